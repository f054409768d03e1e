package dev.stagedoor.catalog;

import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

@Schema(description = "A company of the catalog")
public record PutCompanyDto(
        @Schema(maxLength = 200, minLength = 1) @NotNull @SingleLine(max = 200)
        String name) {}
