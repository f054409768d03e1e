package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(enumAsRef = true, description = "A way to reach a user")
public enum NotificationChannel {
    PUSH,
    EMAIL;

    /** Returns the name of the field in requests and responses. */
    String field() {
        return this == PUSH ? "push" : "email";
    }
}
