package dev.stagedoor.profile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What a person wants to be notified of, and what follows from it. */
@Schema(description = "What a person wants to be notified by, and what follows from it")
public record NotificationPrefsDto(
        @Schema(description = "The master switch; off silences every channel and keeps the channels' own settings")
        boolean notificationsEnabled,

        @Schema(description = "Push messages") boolean pushEnabled,

        @Schema(description = "Emails; security mails are sent regardless")
        boolean emailEnabled,

        @Schema(description = "What follows from the flags") EffectiveChannelsDto effective,

        @Schema(description = "When the profile was last changed")
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
