package dev.stagedoor.profile;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

@Schema(description = "Professional background of the user")
public record BackgroundDto(
        List<LanguageSkillDto> languages,

        @ArraySchema(schema = @Schema(implementation = Object.class))
        List<JsonNode> frameworks,

        @ArraySchema(arraySchema = @Schema(types = {"array", "null"}), schema = @Schema(implementation = Object.class))
        @Nullable
        List<JsonNode> devices,

        @ArraySchema(arraySchema = @Schema(types = {"array", "null"}), schema = @Schema(implementation = Object.class))
        @Nullable
        List<JsonNode> architectureFamiliarity,

        @Nullable String experienceYears) {

    public BackgroundDto {
        languages = languages == null ? List.of() : languages;
        frameworks = frameworks == null ? List.of() : frameworks;
    }

    static BackgroundDto of(UserProfile profile) {
        return new BackgroundDto(
                StoredBackground.skills(profile.getLanguages()),
                Objects.requireNonNullElse(StoredBackground.entries(profile.getFrameworks()), List.of()),
                StoredBackground.entries(profile.getDevices()),
                StoredBackground.entries(profile.getArchitectureFamiliarity()),
                profile.getExperienceYears());
    }
}
