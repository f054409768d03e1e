/** Controllers for the current user's account and profile. */
@NullMarked
package dev.stagedoor.me.web;

import org.jspecify.annotations.NullMarked;
