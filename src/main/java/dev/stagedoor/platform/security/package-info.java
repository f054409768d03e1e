/** The security filter chains, caller injection, and the security log. */
@NullMarked
package dev.stagedoor.platform.security;

import org.jspecify.annotations.NullMarked;
