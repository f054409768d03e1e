/** Companies, their members and the activities that users can save. The catalog service of the platform writes this data. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account"})
package dev.stagedoor.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
