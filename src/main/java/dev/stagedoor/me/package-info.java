/** What a person sees and sets of itself, put together from account, profile, memberships and sessions. */
@ApplicationModule(allowedDependencies = {"platform", "account", "access", "profile", "favorite", "catalog"})
package dev.stagedoor.me;

import org.springframework.modulith.ApplicationModule;
