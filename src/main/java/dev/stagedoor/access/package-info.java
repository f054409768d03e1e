/** Authentication: sessions, refresh tokens, access tokens, one-time tokens and external identities. */
@ApplicationModule(allowedDependencies = {"platform", "account", "account :: password"})
package dev.stagedoor.access;

import org.springframework.modulith.ApplicationModule;
