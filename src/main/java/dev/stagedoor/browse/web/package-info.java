/** Controllers of the public catalog. */
@NullMarked
package dev.stagedoor.browse.web;

import org.jspecify.annotations.NullMarked;
