package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

@Schema(description = "Activities that a guest collected before signing in")
public record ImportFavoritesDto(
        @ArraySchema(
                schema = @Schema(format = "uuid", example = "a0000000-0000-4000-8000-000000000001"),
                maxItems = ImportFavoritesDto.MAX_ITEMS)
        @NotNull
        @Size(max = ImportFavoritesDto.MAX_ITEMS)
        List<@NotNull UUID> activityIds) {

    static final int MAX_ITEMS = 200;
}
