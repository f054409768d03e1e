package dev.stagedoor.favorite;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.catalog.CompanyRefDto;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import java.util.UUID;

/** The saved activity, as a list shows it. */
@Schema(description = "The saved activity, as a list shows it")
public record FavoriteActivityDto(
        @Schema(
                description = "The activity's id",
                example = "a0000000-0000-4000-8000-000000000001",
                requiredMode = RequiredMode.REQUIRED)
        UUID id,

        @Schema(
                description = "What people read",
                example = "First Rope: climbing for beginners",
                requiredMode = RequiredMode.REQUIRED)
        String title,

        @Schema(description = "How it is booked", requiredMode = RequiredMode.REQUIRED)
        ActivityType type,

        @Schema(
                description = "The address of a picture",
                format = "uri",
                example = "https://images.example.com/first-rope.jpg",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String imageUrl,

        @Schema(description = "Who offers it", requiredMode = RequiredMode.REQUIRED)
        CompanyRefDto company) {}
