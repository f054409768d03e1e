package dev.stagedoor.favorite;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import java.util.List;

/** A page of saved activities, newest first. */
@Schema(description = "A page of saved activities, newest first")
public record FavoriteListResponseDto(
        @Schema(description = "The favorites of this page", requiredMode = RequiredMode.REQUIRED)
        List<FavoriteRecordDto> items,

        @Schema(
                description = "Where the next page begins; null on the last page",
                example = "Vv3uXlZ0qWtRj8yPk2mFsDIwMjYtMTEtMjFUMDk6MzA6MDBa",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String nextCursor) {}
