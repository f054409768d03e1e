package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.UUID;

@Schema(description = "An activity of the catalog")
public record CatalogActivityDto(
        @Schema(description = "Id of the activity") UUID id,

        @Schema(description = "Company that offers the activity")
        UUID companyId,

        @Schema(description = "Title") String title,

        @Schema(description = "Type of booking") ActivityType type,

        @Schema(description = "URL of the image", format = "uri") @Nullable
        String imageUrl) {

    public static CatalogActivityDto of(UUID id, PutActivityDto activity) {
        return new CatalogActivityDto(id, activity.companyId(), activity.title(), activity.type(), activity.imageUrl());
    }
}
