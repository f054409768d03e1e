package dev.stagedoor.catalog;

import dev.stagedoor.platform.validation.OneLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A company as the catalog knows it. */
@Schema(description = "A company as the catalog knows it")
public record PutCompanyDto(
        @Schema(description = "The company's name", example = "Northwall Climbing") @NotBlank @Size(max = 200) @OneLine
        String name) {}
