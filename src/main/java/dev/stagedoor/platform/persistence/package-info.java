/** Infrastructure of the repositories: connections, transactions, batches, ids, and secrets shared through the database. */
package dev.stagedoor.platform.persistence;
