package dev.stagedoor.browse;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.catalog.CompanyRefDto;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

@Schema(description = "An activity of the public catalog")
public record ActivityDto(
        @Schema(description = "Id of the activity") UUID id,

        @Schema(description = "Title") String title,

        @Schema(description = "Type of booking") ActivityType type,

        @Schema(description = "URL of the image", format = "uri") @Nullable
        String imageUrl,

        @Schema(description = "Company that offers the activity")
        CompanyRefDto company,

        @Schema(description = "Number of users who saved the activity")
        long favoritesCount,

        @Schema(description = "Whether the caller has saved it; null without a token") @Nullable
        Boolean favorite,

        @Schema(description = "Time of creation") Instant createdAt) {}
