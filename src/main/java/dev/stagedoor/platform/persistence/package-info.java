/** Infrastructure of the repositories: connections, transactions, batches, ids, and secrets shared through the database. */
@NullMarked
package dev.stagedoor.platform.persistence;

import org.jspecify.annotations.NullMarked;
