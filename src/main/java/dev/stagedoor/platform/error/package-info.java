/** Problem codes of the API and the exceptions that carry them. */
@NullMarked
package dev.stagedoor.platform.error;

import org.jspecify.annotations.NullMarked;
