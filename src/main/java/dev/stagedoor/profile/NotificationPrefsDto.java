package dev.stagedoor.profile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(description = "The stored flags, and the effective state of each channel")
public record NotificationPrefsDto(
        @Schema(description = "Master flag. Turning it off disables all channels and keeps their flags.")
        boolean notificationsEnabled,

        @Schema(description = "Push messages") boolean pushEnabled,

        @Schema(description = "Emails. Security emails are always sent.")
        boolean emailEnabled,

        @Schema(description = "Effective state of each channel")
        EffectiveChannelsDto effective,

        @Schema(description = "Time of the last change") Instant updatedAt) {

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
