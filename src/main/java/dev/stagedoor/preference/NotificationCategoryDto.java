package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "A kind of notifications")
public record NotificationCategoryDto(
        String key,
        CategoryNameDto name,
        CategoryDescriptionDto description,
        boolean mandatory,
        ChannelDefaultsDto defaults,
        int position) {}
