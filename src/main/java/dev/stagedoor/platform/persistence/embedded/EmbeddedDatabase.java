package dev.stagedoor.platform.persistence.embedded;

import java.nio.file.Path;

/**
 * Present as a bean while the service runs on the embedded database; elsewhere look it up with an {@code ObjectProvider}.
 *
 * @param dataDirectory the absolute path of the directory that holds the data
 */
public record EmbeddedDatabase(Path dataDirectory) {}
