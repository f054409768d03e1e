package dev.stagedoor.favorite;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.catalog.CompanyRefDto;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.UUID;

@Schema(description = "The saved activity")
public record FavoriteActivityDto(
        UUID id,
        String title,
        ActivityType type,
        @Schema(format = "uri") @Nullable String imageUrl,
        CompanyRefDto company) {}
