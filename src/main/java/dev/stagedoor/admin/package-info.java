/** Super-admin API for accounts, companies, API keys, notification categories and the audit log. It cannot read profiles. */
@ApplicationModule(allowedDependencies = {"platform", "account", "apikey", "access", "catalog", "preference"})
package dev.stagedoor.admin;

import org.springframework.modulith.ApplicationModule;
