/** The public catalog: search, popularity, and the favorite flags of the viewer. */
@ApplicationModule(allowedDependencies = {"platform", "catalog"})
package dev.stagedoor.browse;

import org.springframework.modulith.ApplicationModule;
