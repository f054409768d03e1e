/** Demo data and the startup notice. The demo scripts write tables of other packages. */
@ApplicationModule(allowedDependencies = {"platform", "account", "account :: password"})
package dev.stagedoor.demo;

import org.springframework.modulith.ApplicationModule;
