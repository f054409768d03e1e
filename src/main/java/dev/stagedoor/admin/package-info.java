/** What super-admins do with accounts and companies; never a profile. */
@ApplicationModule(allowedDependencies = {"platform", "account", "catalog"})
package dev.stagedoor.admin;

import org.springframework.modulith.ApplicationModule;
