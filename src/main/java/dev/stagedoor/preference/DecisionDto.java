package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;

@Schema(description = "Whether a notification may be sent, and why")
public record DecisionDto(
        Decision decision, DecisionRule rule, @Nullable Instant until) {}
