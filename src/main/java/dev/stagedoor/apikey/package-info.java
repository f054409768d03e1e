/** API keys of other services: creation, revocation and authentication. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package dev.stagedoor.apikey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
