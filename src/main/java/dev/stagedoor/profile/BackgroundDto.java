package dev.stagedoor.profile;

import dev.stagedoor.platform.validation.MaxLength;
import dev.stagedoor.platform.validation.OneLine;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a person knows and works with. A list that is left out of a replacement is empty or, where it may be, null. */
@Schema(description = "What a person knows and works with")
public record BackgroundDto(
        @ArraySchema(
                arraySchema =
                        @Schema(
                                requiredMode = RequiredMode.REQUIRED,
                                description = "Languages and how well they are known; at most 100"),
                schema = @Schema(implementation = LanguageSkillDto.class),
                maxItems = BackgroundDto.ENTRIES)
        @Size(max = BackgroundDto.ENTRIES)
        List<@NotNull @Valid LanguageSkillDto> languages,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                requiredMode = RequiredMode.REQUIRED,
                                description = "Frameworks, as names or objects; at most 100 and 16 KiB"),
                schema =
                        @Schema(
                                implementation = Object.class,
                                types = {"string", "object"},
                                example = "Spring"),
                maxItems = BackgroundDto.ENTRIES)
        @Entries
        List<JsonNode> frameworks,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                requiredMode = RequiredMode.REQUIRED,
                                description = "Devices, as names or objects; at most 100 and 16 KiB",
                                types = {"array", "null"}),
                schema =
                        @Schema(
                                implementation = Object.class,
                                types = {"string", "object"},
                                example = "phone"),
                maxItems = BackgroundDto.ENTRIES)
        @Entries
        @Nullable
        List<JsonNode> devices,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                requiredMode = RequiredMode.REQUIRED,
                                description = "Architectures known, as names or objects; at most 100 and 16 KiB",
                                types = {"array", "null"}),
                schema =
                        @Schema(
                                implementation = Object.class,
                                types = {"string", "object"},
                                example = "microservices"),
                maxItems = BackgroundDto.ENTRIES)
        @Entries
        @Nullable
        List<JsonNode> architectureFamiliarity,

        @Schema(
                maxLength = 50,
                description = "Years of experience as text",
                example = "3-5",
                requiredMode = RequiredMode.REQUIRED)
        @MaxLength(50)
        @OneLine
        @Nullable
        String experienceYears) {

    static final int ENTRIES = 100;

    public BackgroundDto {
        languages = languages == null ? List.of() : languages;
        frameworks = frameworks == null ? List.of() : frameworks;
    }

    static BackgroundDto of(UserProfile profile) {
        return new BackgroundDto(
                StoredBackground.skills(profile.getLanguages()),
                StoredBackground.entries(profile.getFrameworks()),
                StoredBackground.entries(profile.getDevices()),
                StoredBackground.entries(profile.getArchitectureFamiliarity()),
                profile.getExperienceYears());
    }
}
