package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.UUID;

/** An activity with its id, as the catalog knows it. */
@Schema(description = "An activity with its id, as the catalog knows it")
public record CatalogActivityDto(
        @Schema(description = "The activity's id") UUID id,

        @Schema(description = "The company that offers it") UUID companyId,

        @Schema(description = "What people read") String title,

        @Schema(description = "How it is booked") ActivityType type,

        @Schema(description = "The address of a picture", format = "uri") @Nullable
        String imageUrl) {

    public static CatalogActivityDto of(UUID id, PutActivityDto activity) {
        return new CatalogActivityDto(id, activity.companyId(), activity.title(), activity.type(), activity.imageUrl());
    }
}
