/** The catalog as visitors browse it: search, popularity and one's own hearts. */
@ApplicationModule(allowedDependencies = {"platform", "catalog"})
package dev.stagedoor.browse;

import org.springframework.modulith.ApplicationModule;
