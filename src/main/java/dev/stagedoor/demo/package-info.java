/** Demo data and the startup notice. The demo scripts write tables of other packages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "account :: password"})
package dev.stagedoor.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
