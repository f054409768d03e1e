/** What a person sees and sets of itself, put together from account, profile and memberships. */
@ApplicationModule(allowedDependencies = {"platform", "account", "profile", "catalog"})
package dev.stagedoor.me;

import org.springframework.modulith.ApplicationModule;
