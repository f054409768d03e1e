/** Companies, their members and the activities that users can save. The catalog service of the platform writes this data. */
@ApplicationModule(allowedDependencies = {"platform", "account"})
package dev.stagedoor.catalog;

import org.springframework.modulith.ApplicationModule;
