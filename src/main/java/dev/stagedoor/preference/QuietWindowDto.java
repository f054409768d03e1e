package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

@Schema(description = "A daily period without notifications, in the local time of the profile's time zone")
public record QuietWindowDto(
        @Schema(description = "The weekdays on which the period starts")
        List<DayOfWeek> days,

        @Schema(description = "The first minute of the period", type = "string", format = "time", example = "22:00")
        LocalTime from,

        @Schema(
                description = "The minute after the period. An earlier time than `from` is on the next day.",
                type = "string",
                format = "time",
                example = "07:00")
        LocalTime to) {

    boolean crossesMidnight() {
        return to.isBefore(from);
    }
}
