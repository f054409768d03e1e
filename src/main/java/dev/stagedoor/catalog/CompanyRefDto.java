package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** The company that offers an activity. */
@Schema(description = "The company that offers an activity")
public record CompanyRefDto(
        @Schema(description = "The company's id") UUID id,

        @Schema(description = "The company's name") String name) {}
