package dev.stagedoor.profile;

import dev.stagedoor.platform.validation.OneLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A language and how well it is known. */
@Schema(description = "A language and how well it is known")
public record LanguageSkillDto(
        @Schema(description = "The language's name", example = "Kotlin") @NotBlank @Size(max = 100) @OneLine
        String language,

        @NotNull SkillLevel level) {}
