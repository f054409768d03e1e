/** The activities that a user has saved: across companies, newest first, at most 5,000. */
@ApplicationModule(allowedDependencies = {"platform", "account", "catalog"})
package dev.stagedoor.favorite;

import org.springframework.modulith.ApplicationModule;
