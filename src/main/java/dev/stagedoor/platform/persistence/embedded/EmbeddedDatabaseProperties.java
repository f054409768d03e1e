package dev.stagedoor.platform.persistence.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded PostgreSQL lives; relative paths start at the working directory.
 *
 * @param dataDirectory the data, with PostgreSQL's major version in its name because another major cannot read them
 * @param binariesDirectory the unpacked programs, kept so that only the first start unpacks them
 */
@ConfigurationProperties("stagedoor.embedded-postgres")
record EmbeddedDatabaseProperties(
        @DefaultValue(".data/pg18") Path dataDirectory,
        @DefaultValue(".data/bin") Path binariesDirectory) {}
