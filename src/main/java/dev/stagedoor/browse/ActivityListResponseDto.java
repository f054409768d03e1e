package dev.stagedoor.browse;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import java.util.List;

/** A page of activities. */
@Schema(description = "A page of activities")
public record ActivityListResponseDto(
        @Schema(description = "The activities of this page", requiredMode = RequiredMode.REQUIRED)
        List<ActivityDto> items,

        @Schema(
                description = "Where the next page begins; null on the last page",
                example = "Vv3uXlZ0qWtRj8yPk2mFsDIwMjYtMTEtMjFUMDk6MzA6MDBa",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String nextCursor) {}
