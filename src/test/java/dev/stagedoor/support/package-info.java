/** Test support: the database, the running service, its client, and test data. */
package dev.stagedoor.support;
