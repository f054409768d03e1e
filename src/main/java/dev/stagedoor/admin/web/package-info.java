/** Controllers of the super-admin API. */
@NullMarked
package dev.stagedoor.admin.web;

import org.jspecify.annotations.NullMarked;
