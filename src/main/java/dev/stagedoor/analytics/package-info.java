/** What a company may know of its favorites: exact sums, and never a person. Read models only. */
@ApplicationModule(allowedDependencies = {"platform", "catalog"})
package dev.stagedoor.analytics;

import org.springframework.modulith.ApplicationModule;
