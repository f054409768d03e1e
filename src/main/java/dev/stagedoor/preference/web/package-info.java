/** Controllers for the notification preferences of the current user. */
@NullMarked
package dev.stagedoor.preference.web;

import org.jspecify.annotations.NullMarked;
