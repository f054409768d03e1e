/** The private profile of a user: preferences and background. Companies and super-admins cannot read it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "access"})
package dev.stagedoor.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
