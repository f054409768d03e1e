/** Controllers of the favorites. */
@NullMarked
package dev.stagedoor.favorite.web;

import org.jspecify.annotations.NullMarked;
