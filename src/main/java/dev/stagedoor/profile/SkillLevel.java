package dev.stagedoor.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** How well somebody knows something. */
@Schema(enumAsRef = true, description = "How well somebody knows something")
public enum SkillLevel {
    @JsonProperty("Beginner")
    BEGINNER,
    @JsonProperty("Intermediate")
    INTERMEDIATE,
    @JsonProperty("Advanced")
    ADVANCED,
    @JsonProperty("Expert")
    EXPERT
}
