package dev.stagedoor.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.platform.web.strict.WireNames;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

@Schema(enumAsRef = true, description = "Skill level")
public enum SkillLevel {
    @JsonProperty("Beginner")
    BEGINNER,
    @JsonProperty("Intermediate")
    INTERMEDIATE,
    @JsonProperty("Advanced")
    ADVANCED,
    @JsonProperty("Expert")
    EXPERT;

    String wire() {
        return WireNames.of(this);
    }

    static Optional<SkillLevel> of(String wire) {
        return WireNames.find(SkillLevel.class, wire);
    }
}
