package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(enumAsRef = true, description = "A way to reach a user")
public enum NotificationChannel {
    PUSH,
    EMAIL
}
