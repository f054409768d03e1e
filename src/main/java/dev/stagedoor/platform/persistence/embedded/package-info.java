/**
 * The development database: a real PostgreSQL that the service starts for itself when no database is configured.
 * The rest of the code sees it only as a {@code DataSource}, or asks for {@link EmbeddedDatabase}.
 */
package dev.stagedoor.platform.persistence.embedded;
