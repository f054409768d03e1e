package dev.stagedoor.favorite;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.catalog.CompanyRefDto;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.UUID;

@Schema(description = "The saved activity")
public record FavoriteActivityDto(
        @Schema(description = "Id of the activity") UUID id,

        @Schema(description = "Title") String title,

        @Schema(description = "Type of booking") ActivityType type,

        @Schema(description = "URL of the image", format = "uri") @Nullable
        String imageUrl,

        @Schema(description = "Company that offers the activity")
        CompanyRefDto company) {}
