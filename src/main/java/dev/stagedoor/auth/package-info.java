/** The front door: registering, signing in, staying signed in and signing out. */
@ApplicationModule(allowedDependencies = {"platform", "account", "access", "profile", "notice", "me"})
package dev.stagedoor.auth;

import org.springframework.modulith.ApplicationModule;
