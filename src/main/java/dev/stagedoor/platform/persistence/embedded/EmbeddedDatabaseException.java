package dev.stagedoor.platform.persistence.embedded;

import lombok.Getter;

/** The embedded database cannot be had; says what is wrong and what to do about it. */
@Getter
class EmbeddedDatabaseException extends RuntimeException {

    private final String action;

    EmbeddedDatabaseException(String description, String action) {
        this(description, action, null);
    }

    EmbeddedDatabaseException(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }
}
