package dev.stagedoor.sender;

import dev.stagedoor.preference.DecisionRule;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts the decisions for senders by rule. */
@Component
class DecisionMetrics {

    private final Map<DecisionRule, Counter> counters = new EnumMap<>(DecisionRule.class);

    DecisionMetrics(MeterRegistry registry) {
        for (var rule : DecisionRule.values()) {
            counters.put(
                    rule,
                    Counter.builder("stagedoor.notification.decisions")
                            .description("Decisions whether a service may notify a user")
                            .tag("decision", rule.getDecision().name())
                            .tag("rule", rule.wireName())
                            .register(registry));
        }
    }

    void count(DecisionRule rule) {
        Objects.requireNonNull(counters.get(rule)).increment();
    }
}
