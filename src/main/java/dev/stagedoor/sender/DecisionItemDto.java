package dev.stagedoor.sender;

import dev.stagedoor.preference.Decision;
import dev.stagedoor.preference.DecisionRule;
import dev.stagedoor.preference.NotificationChannel;
import dev.stagedoor.preference.NotificationDecision;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

@Schema(description = "The decision for a user and a channel")
public record DecisionItemDto(
        UUID userId,
        NotificationChannel channel,
        Decision decision,
        DecisionRule rule,
        @Nullable Instant until,
        @Nullable DeliverToDto deliverTo) {

    static DecisionItemDto of(NotificationDecision decided, @Nullable DeliverToDto deliverTo) {
        var decision = decided.decision();
        return new DecisionItemDto(
                decided.recipient().userId(),
                decided.channel(),
                decision.decision(),
                decision.rule(),
                decision.until(),
                deliverTo);
    }
}
