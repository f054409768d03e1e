package dev.stagedoor.sender;

import dev.stagedoor.preference.CategoryDescriptionDto;
import dev.stagedoor.preference.CategoryNameDto;
import dev.stagedoor.preference.ChannelDefaultsDto;
import dev.stagedoor.preference.NotificationCategoryDto;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "A kind of notifications")
public record SenderCategoryDto(
        String key,
        CategoryNameDto name,
        CategoryDescriptionDto description,
        boolean mandatory,
        ChannelDefaultsDto defaults) {

    static SenderCategoryDto of(NotificationCategoryDto category) {
        return new SenderCategoryDto(
                category.key(), category.name(), category.description(), category.mandatory(), category.defaults());
    }
}
