/** Controllers of the favorite statistics. */
@NullMarked
package dev.stagedoor.analytics.web;

import org.jspecify.annotations.NullMarked;
