package dev.stagedoor.preference;

import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

@Schema(description = "The name of a category in every language")
public record CategoryNameDto(
        @Schema(maxLength = 100, minLength = 1) @NotNull @SingleLine(max = 100)
        String en,

        @Schema(maxLength = 100, minLength = 1) @NotNull @SingleLine(max = 100)
        String de)
        implements LocalizedText {}
