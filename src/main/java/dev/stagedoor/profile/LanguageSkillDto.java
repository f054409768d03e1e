package dev.stagedoor.profile;

import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A language and how well it is known. */
@Schema(description = "A language and how well it is known")
public record LanguageSkillDto(
        @Schema(maxLength = 100, minLength = 1, description = "The language's name") @NotNull @SingleLine(max = 100)
        String language,

        @Schema(description = "How well") @NotNull SkillLevel level) {}
