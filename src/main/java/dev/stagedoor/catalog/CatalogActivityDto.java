package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.UUID;

@Schema(description = "An activity of the catalog")
public record CatalogActivityDto(
        UUID id,
        UUID companyId,
        String title,
        ActivityType type,
        @Schema(format = "uri") @Nullable String imageUrl) {

    public static CatalogActivityDto of(UUID id, PutActivityDto activity) {
        return new CatalogActivityDto(id, activity.companyId(), activity.title(), activity.type(), activity.imageUrl());
    }
}
