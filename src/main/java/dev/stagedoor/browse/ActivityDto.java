package dev.stagedoor.browse;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.catalog.CompanyRefDto;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

@Schema(description = "An activity of the public catalog")
public record ActivityDto(
        UUID id,
        String title,
        ActivityType type,
        @Schema(format = "uri") @Nullable String imageUrl,
        CompanyRefDto company,
        long favoritesCount,
        @Nullable Boolean favorite,
        Instant createdAt) {}
