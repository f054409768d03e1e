package dev.stagedoor.catalog;

import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** An activity of a bulk call, with its id. */
@Schema(description = "An activity of a bulk call, with its id")
public record PutActivitiesItemDto(
        @Schema(description = "The activity's id") @NotNull UUID id,

        @Schema(description = "The company that offers it") @NotNull
        UUID companyId,

        @Schema(maxLength = 200, minLength = 1, description = "What people read") @NotNull @SingleLine(max = 200)
        String title,

        @Schema(description = "How it is booked") @NotNull ActivityType type,

        @Schema(description = "An http(s) address of a picture", format = "uri", maxLength = 2000) @ImageUrl @Nullable
        String imageUrl) {

    CatalogActivityDto toActivity() {
        return new CatalogActivityDto(id, companyId, title, type, imageUrl);
    }
}
