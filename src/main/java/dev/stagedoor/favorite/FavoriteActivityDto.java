package dev.stagedoor.favorite;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.catalog.CompanyRefDto;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.UUID;

/** The saved activity, as a list shows it. */
@Schema(description = "The saved activity, as a list shows it")
public record FavoriteActivityDto(
        @Schema(description = "The activity's id") UUID id,

        @Schema(description = "What people read") String title,

        @Schema(description = "How it is booked") ActivityType type,

        @Schema(description = "The address of a picture", format = "uri") @Nullable
        String imageUrl,

        @Schema(description = "Who offers it") CompanyRefDto company) {}
