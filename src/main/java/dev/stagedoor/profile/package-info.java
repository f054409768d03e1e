/** The private profile row: preferences and background of one person, never shown to business or super-admin. */
@ApplicationModule(allowedDependencies = {"platform", "account"})
package dev.stagedoor.profile;

import org.springframework.modulith.ApplicationModule;
