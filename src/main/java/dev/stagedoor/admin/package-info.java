/** Super-admin API for accounts, companies, API keys and the audit log. It has no access to profiles. */
@ApplicationModule(allowedDependencies = {"platform", "account", "apikey", "access", "catalog"})
package dev.stagedoor.admin;

import org.springframework.modulith.ApplicationModule;
