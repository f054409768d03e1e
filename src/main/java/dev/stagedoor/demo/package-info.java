/**
 * Demo data and the notice at start, for people who try the service.
 * The scripts write the tables of the rooms below; no other room knows of this one.
 */
@ApplicationModule(allowedDependencies = {"platform", "account"})
package dev.stagedoor.demo;

import org.springframework.modulith.ApplicationModule;
