package dev.stagedoor.preference;

import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

@Schema(description = "The description of a category in every language")
public record CategoryDescriptionDto(
        @Schema(maxLength = 500, minLength = 1) @NotNull @SingleLine(max = 500)
        String en,

        @Schema(maxLength = 500, minLength = 1) @NotNull @SingleLine(max = 500)
        String de)
        implements LocalizedText {}
