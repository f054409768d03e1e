/** The ground under the repositories: ids, constraint names, JSON columns and secrets shared through the database. */
package dev.stagedoor.platform.persistence;
