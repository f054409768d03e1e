/** Signing in: sessions, their refresh tokens, the access tokens that stand for them, and the keys of services. */
@ApplicationModule(allowedDependencies = {"platform", "account"})
package dev.stagedoor.access;

import org.springframework.modulith.ApplicationModule;
