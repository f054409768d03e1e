package dev.stagedoor.profile;

import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import tools.jackson.databind.JsonNode;

@Schema(description = "Professional background; replaces the stored one")
public record PutBackgroundDto(
        @ArraySchema(arraySchema = @Schema(types = {"array", "null"})) @Size(max = PutBackgroundDto.ENTRIES)
        List<@NotNull @Valid LanguageSkillDto> languages,

        @ArraySchema(
                arraySchema = @Schema(types = {"array", "null"}),
                schema = @Schema(implementation = Object.class),
                maxItems = PutBackgroundDto.ENTRIES)
        @Entries
        List<JsonNode> frameworks,

        @ArraySchema(
                arraySchema = @Schema(types = {"array", "null"}),
                schema = @Schema(implementation = Object.class),
                maxItems = PutBackgroundDto.ENTRIES)
        @Entries
        @Nullable
        List<JsonNode> devices,

        @ArraySchema(
                arraySchema = @Schema(types = {"array", "null"}),
                schema = @Schema(implementation = Object.class),
                maxItems = PutBackgroundDto.ENTRIES)
        @Entries
        @Nullable
        List<JsonNode> architectureFamiliarity,

        @Schema(maxLength = 50) @SingleLine(max = 50) @Nullable
        String experienceYears) {

    static final int ENTRIES = 100;

    public PutBackgroundDto {
        languages = languages == null ? List.of() : languages;
        frameworks = frameworks == null ? List.of() : frameworks;
    }
}
