package dev.stagedoor.browse;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.catalog.CompanyRefDto;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** An activity as a visitor sees it. */
@Schema(description = "An activity as a visitor sees it")
public record ActivityDto(
        @Schema(description = "The activity's id") UUID id,

        @Schema(description = "What people read") String title,

        @Schema(description = "How it is booked") ActivityType type,

        @Schema(description = "The address of a picture", format = "uri") @Nullable
        String imageUrl,

        @Schema(description = "Who offers it") CompanyRefDto company,

        @Schema(description = "How many people have saved it")
        long favoritesCount,

        @Schema(description = "Whether the caller has saved it; null without a token") @Nullable
        Boolean favorite,

        @Schema(description = "When the catalog first named it")
        Instant createdAt) {}
