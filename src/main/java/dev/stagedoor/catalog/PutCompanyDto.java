package dev.stagedoor.catalog;

import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A company as the catalog knows it. */
@Schema(description = "A company as the catalog knows it")
public record PutCompanyDto(
        @Schema(maxLength = 200, minLength = 1, description = "The company's name") @NotNull @SingleLine(max = 200)
        String name) {}
