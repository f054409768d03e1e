/** Registration, sign-in, token refresh, sign-out and email links. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "account", "account :: password", "access", "profile", "notification", "me"})
package dev.stagedoor.auth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
