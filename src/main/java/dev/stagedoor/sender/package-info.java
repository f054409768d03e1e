/** Decisions for services that send notifications. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "access", "preference"})
package dev.stagedoor.sender;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
