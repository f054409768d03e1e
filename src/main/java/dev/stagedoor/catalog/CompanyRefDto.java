package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.UUID;

/** The company that offers an activity. */
@Schema(description = "The company that offers an activity")
public record CompanyRefDto(
        @Schema(
                description = "The company's id",
                example = "c0000000-0000-4000-8000-000000000001",
                requiredMode = RequiredMode.REQUIRED)
        UUID id,

        @Schema(
                description = "The company's name",
                example = "Northwall Climbing",
                requiredMode = RequiredMode.REQUIRED)
        String name) {}
