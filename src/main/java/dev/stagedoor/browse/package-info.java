/** The public catalog: search, popularity, and the favorite flags of the viewer. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "catalog"})
package dev.stagedoor.browse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
