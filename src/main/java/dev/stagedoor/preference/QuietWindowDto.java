package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

@Schema(description = "A daily period without notifications, in the local time of the profile's time zone")
public record QuietWindowDto(
        @ArraySchema(
                arraySchema =
                        @Schema(
                                description = "The weekdays on which the period starts",
                                requiredMode = Schema.RequiredMode.REQUIRED),
                minItems = 1,
                maxItems = 7,
                uniqueItems = true)
        List<DayOfWeek> days,

        @Schema(
                type = "string",
                pattern = QuietWindowDto.TIME,
                maxLength = 5,
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "The first minute of the period")
        LocalTime from,

        @Schema(
                type = "string",
                pattern = QuietWindowDto.TIME,
                maxLength = 5,
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "The minute after the period. An earlier time than `from` is on the next day.")
        LocalTime to) {

    static final String TIME = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    boolean crossesMidnight() {
        return to.isBefore(from);
    }
}
