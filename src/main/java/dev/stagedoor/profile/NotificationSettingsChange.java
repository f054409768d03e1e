package dev.stagedoor.profile;

import java.time.Instant;
import org.openapitools.jackson.nullable.JsonNullable;
import tools.jackson.databind.JsonNode;

/** A partial change of the columns that control notifications. Undefined fields stay unchanged. */
public record NotificationSettingsChange(
        JsonNullable<Boolean> notificationsEnabled,
        JsonNullable<Boolean> pushEnabled,
        JsonNullable<Boolean> emailEnabled,
        JsonNullable<JsonNode> quietHours,
        JsonNullable<Instant> snoozedUntil) {

    /** Changes only the time of the last change. */
    public static final NotificationSettingsChange NONE = new NotificationSettingsChange(
            JsonNullable.undefined(),
            JsonNullable.undefined(),
            JsonNullable.undefined(),
            JsonNullable.undefined(),
            JsonNullable.undefined());
}
