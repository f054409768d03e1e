/** Controllers for registration, sign-in and email links. */
@NullMarked
package dev.stagedoor.auth.web;

import org.jspecify.annotations.NullMarked;
