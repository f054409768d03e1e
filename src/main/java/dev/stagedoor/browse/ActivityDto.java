package dev.stagedoor.browse;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.catalog.CompanyRefDto;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** An activity as a visitor sees it. */
@Schema(description = "An activity as a visitor sees it")
public record ActivityDto(
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
        CompanyRefDto company,

        @Schema(description = "How many people have saved it", example = "128", requiredMode = RequiredMode.REQUIRED)
        long favoritesCount,

        @Schema(
                description = "Whether the caller has saved it; null without a token",
                example = "true",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Boolean favorite,

        @Schema(
                description = "When the catalog first named it",
                example = "2026-11-21T09:30:00Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant createdAt) {}
