/** The embedded PostgreSQL, which starts if no database is configured. Other packages use it as a {@code DataSource}. */
@NullMarked
package dev.stagedoor.platform.persistence.embedded;

import org.jspecify.annotations.NullMarked;
