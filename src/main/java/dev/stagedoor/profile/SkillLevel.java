package dev.stagedoor.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Optional;

@Schema(enumAsRef = true, description = "Skill level")
public enum SkillLevel {
    @JsonProperty("Beginner")
    BEGINNER("Beginner"),
    @JsonProperty("Intermediate")
    INTERMEDIATE("Intermediate"),
    @JsonProperty("Advanced")
    ADVANCED("Advanced"),
    @JsonProperty("Expert")
    EXPERT("Expert");

    private final String wire;

    SkillLevel(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    static Optional<SkillLevel> of(String wire) {
        return Arrays.stream(values()).filter(level -> level.wire.equals(wire)).findFirst();
    }
}
