package dev.stagedoor.catalog;

import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

@Schema(description = "An activity of the catalog")
public record PutActivityDto(
        @Schema(description = "Company that offers the activity") @NotNull
        UUID companyId,

        @Schema(maxLength = 200, minLength = 1, description = "Title") @NotNull @SingleLine(max = 200)
        String title,

        @Schema(description = "Type of booking") @NotNull ActivityType type,

        @Schema(description = "URL of the image (http or https)", format = "uri", maxLength = 2000) @ImageUrl @Nullable
        String imageUrl) {}
