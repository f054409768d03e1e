package dev.stagedoor.preference;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Parses the column of quiet hours. Ignores values of an unknown form, because other systems also write them. */
final class StoredQuietHours {

    private StoredQuietHours() {}

    static @Nullable QuietHoursDto parse(@Nullable String stored, JsonMapper json) {
        try {
            var quietHours = stored == null ? null : json.readValue(stored, QuietHoursDto.class);
            return quietHours == null || !QuietWindowRules.areValid(quietHours.windows()) ? null : quietHours;
        } catch (JacksonException unknownForm) {
            return null;
        }
    }
}
