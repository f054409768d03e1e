package dev.stagedoor.profile;

import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

@Schema(description = "A programming language with a skill level")
public record LanguageSkillDto(
        @Schema(maxLength = 100, minLength = 1) @NotNull @SingleLine(max = 100)
        String language,

        @NotNull SkillLevel level) {}
