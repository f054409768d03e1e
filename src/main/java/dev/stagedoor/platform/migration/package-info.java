/** The database's migrations as jobs: to apply them, to list them, and to take the newest one back. */
package dev.stagedoor.platform.migration;
