package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

@Schema(description = "Quiet hours to change. Windows replace the stored ones")
public record UpdateQuietHoursDto(
        @ArraySchema(arraySchema = @Schema(types = {"array", "null"}), maxItems = UpdateQuietHoursDto.MAX_WINDOWS)
        JsonNullable<List<QuietWindowDto>> windows) {

    static final int MAX_WINDOWS = 14;

    /** Returns null if no window remains. */
    static @Nullable QuietHoursDto merge(@Nullable QuietHoursDto stored, @Nullable UpdateQuietHoursDto update) {
        if (update == null) {
            return null;
        }
        var windows = update.windows().orElse(stored == null ? null : stored.windows());
        return windows == null || windows.isEmpty() ? null : new QuietHoursDto(windows);
    }
}
