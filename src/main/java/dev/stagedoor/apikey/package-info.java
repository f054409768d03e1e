/** API keys of other services: creation, revocation and authentication. */
@ApplicationModule(allowedDependencies = {"platform"})
package dev.stagedoor.apikey;

import org.springframework.modulith.ApplicationModule;
