/** Signing in: sessions, their refresh tokens, and the access tokens that stand for them. */
@ApplicationModule(allowedDependencies = {"platform", "account"})
package dev.stagedoor.access;

import org.springframework.modulith.ApplicationModule;
