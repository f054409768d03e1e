/** Who may call what: the filter chain and the caller as a controller's parameter. */
package dev.stagedoor.platform.security;
