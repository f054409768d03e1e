package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

@Schema(description = "Company that offers the activity")
public record CompanyRefDto(
        @Schema(description = "Id of the company") UUID id,

        @Schema(description = "Name of the company") String name) {}
