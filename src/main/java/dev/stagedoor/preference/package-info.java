/** Notification preferences: flags, categories, quiet hours, consent history, and the decision whether a notification may be sent. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "access", "profile"})
package dev.stagedoor.preference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
