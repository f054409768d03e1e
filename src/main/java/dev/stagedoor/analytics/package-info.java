/** Favorite statistics for companies, and the aggregate tables behind them. Contains no personal data. */
@ApplicationModule(allowedDependencies = {"platform", "catalog"})
package dev.stagedoor.analytics;

import org.springframework.modulith.ApplicationModule;
