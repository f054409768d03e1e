package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

@Schema(description = "Activities that a guest collected before signing in")
public record ImportFavoritesDto(
        @NotNull @Size(max = ImportFavoritesDto.MAX_ITEMS) List<@NotNull UUID> activityIds) {

    static final int MAX_ITEMS = 200;
}
