package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;

@Schema(description = "A kind of notifications. All fields are required")
public record PutNotificationCategoryDto(
        @NotNull @Valid CategoryNameDto name,
        @NotNull @Valid CategoryDescriptionDto description,
        @NotNull Boolean mandatory,
        @NotNull @Valid ChannelDefaultsDto defaults,

        @Schema(minimum = "0", maximum = "10000") @NotNull @Range(min = 0, max = 10_000)
        Integer position) {

    public NotificationCategoryDto withKey(String key) {
        return new NotificationCategoryDto(key, name, description, mandatory, defaults, position);
    }
}
