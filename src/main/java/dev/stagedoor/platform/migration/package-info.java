/** Jobs that apply, list and revert database migrations. */
@NullMarked
package dev.stagedoor.platform.migration;

import org.jspecify.annotations.NullMarked;
