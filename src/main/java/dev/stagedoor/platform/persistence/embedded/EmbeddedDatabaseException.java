package dev.stagedoor.platform.persistence.embedded;

import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** The embedded database cannot be used. Contains the cause and the recommended action. */
@Getter
class EmbeddedDatabaseException extends RuntimeException {

    private final String action;

    EmbeddedDatabaseException(String description, String action) {
        this(description, action, null);
    }

    EmbeddedDatabaseException(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.action = action;
    }
}
