/** What super-admins do with accounts and companies; never a profile. */
@ApplicationModule(allowedDependencies = {"platform", "account", "access", "catalog"})
package dev.stagedoor.admin;

import org.springframework.modulith.ApplicationModule;
