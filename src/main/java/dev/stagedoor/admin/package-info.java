/** Super-admin API for accounts, companies, API keys and the audit log. It cannot read profiles. */
@ApplicationModule(allowedDependencies = {"platform", "account", "apikey", "access", "catalog"})
package dev.stagedoor.admin;

import org.springframework.modulith.ApplicationModule;
