package dev.stagedoor.catalog;

import dev.stagedoor.platform.validation.SingleLine;
import dev.stagedoor.platform.validation.WebUrl;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

@Schema(description = "An activity of a bulk update")
public record PutActivitiesItemDto(
        @NotNull UUID id,
        @NotNull UUID companyId,

        @Schema(maxLength = 200, minLength = 1) @NotNull @SingleLine(max = 200)
        String title,

        @NotNull ActivityType type,

        @Schema(format = "uri", maxLength = 2000) @ImageUrl @Nullable
        String imageUrl) {

    public PutActivitiesItemDto {
        imageUrl = WebUrl.normalized(imageUrl);
    }

    CatalogActivityDto toActivity() {
        return new CatalogActivityDto(id, companyId, title, type, imageUrl);
    }
}
