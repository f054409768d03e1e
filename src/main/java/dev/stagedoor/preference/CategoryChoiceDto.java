package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;
import org.openapitools.jackson.nullable.JsonNullable;

@Schema(description = "Choices for a category. Null resets a channel to the default of the category")
public record CategoryChoiceDto(JsonNullable<Boolean> push, JsonNullable<Boolean> email) {

    static final CategoryChoiceDto RESET = new CategoryChoiceDto(JsonNullable.of(null), JsonNullable.of(null));

    JsonNullable<Boolean> of(NotificationChannel channel) {
        return channel == NotificationChannel.PUSH ? push : email;
    }
}
