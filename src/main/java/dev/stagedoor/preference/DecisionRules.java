package dev.stagedoor.preference;

import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The rules in their order. The first matching rule decides. */
final class DecisionRules {

    private static final List<Entry> RULES = List.of(
            entry(DecisionRule.UNKNOWN_USER, facts -> !facts.known()),
            entry(DecisionRule.NO_DESTINATION, facts -> facts.mandatory() && !facts.reachable()),
            entry(DecisionRule.MANDATORY, DecisionFacts::mandatory),
            entry(DecisionRule.MASTER_OFF, facts -> !facts.masterOn()),
            entry(DecisionRule.CHANNEL_OFF, facts -> !facts.channelOn()),
            entry(DecisionRule.CATEGORY_OFF, facts -> !facts.categoryOn()),
            entry(DecisionRule.EMAIL_UNVERIFIED, DecisionFacts::unverified),
            entry(DecisionRule.NO_DESTINATION, facts -> !facts.reachable()),
            new Entry(DecisionRule.SNOOZED, DecisionFacts::isSnoozedAt),
            new Entry(
                    DecisionRule.QUIET_HOURS, (facts, at) -> facts.quietHours().contain(at)),
            entry(DecisionRule.ALLOWED, facts -> true));

    private DecisionRules() {}

    static DecisionDto decide(DecisionFacts facts, Instant at) {
        var rule = RULES.stream()
                .filter(entry -> entry.condition().test(facts, at))
                .findFirst()
                .orElseThrow()
                .rule();
        return new DecisionDto(
                rule.getDecision(), rule, rule.getDecision() == Decision.HOLD ? facts.firstAllowed(at) : null);
    }

    private static Entry entry(DecisionRule rule, Predicate<DecisionFacts> condition) {
        return new Entry(rule, (facts, at) -> condition.test(facts));
    }

    private record Entry(DecisionRule rule, BiPredicate<DecisionFacts, Instant> condition) {}
}
