/** The activities that a user has saved: across companies, newest first, at most 5,000. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "access", "catalog"})
package dev.stagedoor.favorite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
