package dev.stagedoor.platform.persistence.embedded;

import java.nio.file.Path;

/**
 * A bean that exists if the service uses the embedded database. Inject it with an {@code ObjectProvider}.
 *
 * @param dataDirectory the absolute path of the data directory
 */
public record EmbeddedDatabase(Path dataDirectory) {}
