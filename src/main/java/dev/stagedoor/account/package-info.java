/** The account: registration, credentials, roles and the way out. It knows nothing of profiles or sessions. */
@ApplicationModule(allowedDependencies = "platform")
package dev.stagedoor.account;

import org.springframework.modulith.ApplicationModule;
