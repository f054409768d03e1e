/** The page for the owners of companies. It is made of files alone and knows the service by its public calls only. */
@ApplicationModule(allowedDependencies = "platform")
package dev.stagedoor.dashboard;

import org.springframework.modulith.ApplicationModule;
