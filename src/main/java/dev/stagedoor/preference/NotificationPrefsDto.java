package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;

@Schema(description = "The notification preferences, and the effective state of each channel")
public record NotificationPrefsDto(
        boolean notificationsEnabled,
        boolean pushEnabled,
        boolean emailEnabled,
        EffectiveChannelsDto effective,
        List<CategoryPreferenceDto> categories,
        @Nullable QuietHoursDto quietHours,
        @Nullable Instant snoozedUntil,
        String timezone,
        Instant updatedAt) {}
