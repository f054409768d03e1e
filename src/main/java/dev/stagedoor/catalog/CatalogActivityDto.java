package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import java.util.UUID;

/** An activity with its id, as the catalog knows it. */
@Schema(description = "An activity with its id, as the catalog knows it")
public record CatalogActivityDto(
        @Schema(
                description = "The activity's id",
                example = "a0000000-0000-4000-8000-000000000001",
                requiredMode = RequiredMode.REQUIRED)
        UUID id,

        @Schema(
                description = "The company that offers it",
                example = "c0000000-0000-4000-8000-000000000001",
                requiredMode = RequiredMode.REQUIRED)
        UUID companyId,

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
        String imageUrl) {

    public static CatalogActivityDto of(UUID id, PutActivityDto activity) {
        return new CatalogActivityDto(id, activity.companyId(), activity.title(), activity.type(), activity.imageUrl());
    }
}
