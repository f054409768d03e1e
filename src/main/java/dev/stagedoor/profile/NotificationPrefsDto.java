package dev.stagedoor.profile;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;

/** What a person wants to be notified of, and what follows from it. */
@Schema(description = "What a person wants to be notified by, and what follows from it")
public record NotificationPrefsDto(
        @Schema(
                description = "The master switch; off silences every channel and keeps the channels' own settings",
                example = "true",
                requiredMode = RequiredMode.REQUIRED)
        boolean notificationsEnabled,

        @Schema(description = "Push messages", example = "true", requiredMode = RequiredMode.REQUIRED)
        boolean pushEnabled,

        @Schema(
                description = "Emails; security mails are sent regardless",
                example = "false",
                requiredMode = RequiredMode.REQUIRED)
        boolean emailEnabled,

        @Schema(description = "What follows from the flags", requiredMode = RequiredMode.REQUIRED)
        EffectiveChannelsDto effective,

        @Schema(
                description = "When the profile was last changed",
                example = "2026-11-21T09:30:00.123456Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant updatedAt) {

    public NotificationPrefsDto(boolean notifications, boolean push, boolean email, Instant updatedAt) {
        this(
                notifications,
                push,
                email,
                new EffectiveChannelsDto(notifications && push, notifications && email),
                updatedAt);
    }

    public static NotificationPrefsDto of(boolean notifications, boolean push, boolean email, Instant updatedAt) {
        return new NotificationPrefsDto(notifications, push, email, updatedAt);
    }
}
