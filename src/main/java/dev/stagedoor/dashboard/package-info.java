/** Static pages that use only the public API: the dashboard for company owners, and notification settings. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package dev.stagedoor.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
