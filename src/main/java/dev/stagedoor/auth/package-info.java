/** Registration, sign-in, token refresh, sign-out and email links. */
@ApplicationModule(
        allowedDependencies = {"platform", "account", "account :: password", "access", "profile", "notification", "me"})
package dev.stagedoor.auth;

import org.springframework.modulith.ApplicationModule;
