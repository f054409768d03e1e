package dev.stagedoor.profile;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Converts the JSON columns of the background. Skips entries of an unknown form, because other systems also write them. */
final class StoredBackground {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StoredBackground() {}

    static JsonNode ofSkills(List<LanguageSkillDto> skills) {
        return ofEntries(skills.stream().map(StoredBackground::skill).toList());
    }

    static JsonNode ofEntries(List<JsonNode> entries) {
        return JSON.arrayNode().addAll(entries);
    }

    static @Nullable JsonNode ofOptionalEntries(@Nullable List<JsonNode> entries) {
        return entries == null ? null : ofEntries(entries);
    }

    static List<LanguageSkillDto> skills(JsonNode column) {
        return column.valueStream()
                .map(StoredBackground::skill)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns null if the column is not an array. */
    static @Nullable List<JsonNode> entries(@Nullable JsonNode column) {
        return column == null || !column.isArray()
                ? null
                : column.valueStream()
                        .filter(entry -> entry.isString() || entry.isObject())
                        .toList();
    }

    private static JsonNode skill(LanguageSkillDto skill) {
        return JSON.objectNode()
                .put("language", skill.language())
                .put("level", skill.level().wire());
    }

    private static @Nullable LanguageSkillDto skill(JsonNode entry) {
        var language = entry.path("language");
        return SkillLevel.of(entry.path("level").asString(""))
                .filter(level -> language.isString())
                .map(level -> new LanguageSkillDto(language.stringValue(), level))
                .orElse(null);
    }
}
