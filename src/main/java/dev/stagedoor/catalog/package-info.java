/** Companies, their members and the activities that users can save. The platform's catalog pushes this data. */
@ApplicationModule(allowedDependencies = {"platform", "account"})
package dev.stagedoor.catalog;

import org.springframework.modulith.ApplicationModule;
