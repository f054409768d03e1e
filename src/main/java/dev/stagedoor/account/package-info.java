/** Accounts (the users row): registration, credentials, roles, deletion and purge. */
@ApplicationModule(allowedDependencies = {"platform"})
package dev.stagedoor.account;

import org.springframework.modulith.ApplicationModule;
