package dev.stagedoor.platform.persistence.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The directories of the embedded PostgreSQL. Relative paths start at the working directory.
 *
 * @param dataDirectory the data; the default name contains the major version, because other major versions cannot read it
 * @param binariesDirectory the unpacked binaries, which later starts reuse
 */
@ConfigurationProperties("stagedoor.embedded-postgres")
record EmbeddedDatabaseProperties(
        @DefaultValue(".data/pg18") Path dataDirectory,
        @DefaultValue(".data/bin") Path binariesDirectory) {}
