/** Emails to users: the outbox, their rendering and their delivery. */
@ApplicationModule(allowedDependencies = {"platform", "account", "access"})
package dev.stagedoor.notification;

import org.springframework.modulith.ApplicationModule;
