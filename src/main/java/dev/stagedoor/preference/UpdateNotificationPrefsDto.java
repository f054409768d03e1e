package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import org.openapitools.jackson.nullable.JsonNullable;

@ValidPreferences
@Schema(description = "A merge patch (RFC 7396). Absent fields are unchanged")
public record UpdateNotificationPrefsDto(
        JsonNullable<@NotNull Boolean> notificationsEnabled,
        JsonNullable<@NotNull Boolean> pushEnabled,
        JsonNullable<@NotNull Boolean> emailEnabled,
        JsonNullable<Map<String, CategoryChoiceDto>> categories,
        JsonNullable<UpdateQuietHoursDto> quietHours,
        JsonNullable<Instant> snoozedUntil) {

    boolean isEmpty() {
        return !notificationsEnabled.isPresent()
                && !pushEnabled.isPresent()
                && !emailEnabled.isPresent()
                && hasOnlyFlags();
    }

    boolean hasOnlyFlags() {
        return !categories.isPresent() && !quietHours.isPresent() && !snoozedUntil.isPresent();
    }
}
