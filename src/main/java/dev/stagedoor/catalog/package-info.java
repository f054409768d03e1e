/** What the platform's catalog pushes: companies, their members and the activities that can be favorited. */
@ApplicationModule(allowedDependencies = {"platform", "account"})
package dev.stagedoor.catalog;

import org.springframework.modulith.ApplicationModule;
