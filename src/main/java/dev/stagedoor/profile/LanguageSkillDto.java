package dev.stagedoor.profile;

import dev.stagedoor.platform.validation.MaxLength;
import dev.stagedoor.platform.validation.OneLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** A language and how well it is known. */
@Schema(description = "A language and how well it is known")
public record LanguageSkillDto(
        @Schema(maxLength = 100, minLength = 1, description = "The language's name", example = "Kotlin")
        @NotBlank
        @MaxLength(100)
        @OneLine
        String language,

        @Schema(description = "How well") @NotNull SkillLevel level) {}
