package dev.stagedoor.profile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(description = "The stored flags, and the effective state of each channel")
public record NotificationPrefsDto(
        boolean notificationsEnabled,
        boolean pushEnabled,
        boolean emailEnabled,
        EffectiveChannelsDto effective,
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
