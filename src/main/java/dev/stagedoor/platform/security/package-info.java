/** The security filter chains, caller injection, and the security log. */
package dev.stagedoor.platform.security;
