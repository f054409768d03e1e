/** The dashboard, a static page for company owners. It uses only the public API. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package dev.stagedoor.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
