package dev.stagedoor.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionRulesTests {

    private static final Instant AT = Instant.parse("2026-11-27T23:00:00Z");
    private static final Instant SNOOZE_END = AT.plus(Duration.ofMinutes(30));
    private static final Instant QUIET_END = AT.plus(Duration.ofHours(8));
    private static final int FACTS = 9;

    private static final QuietHours NIGHT = new QuietHours(
            List.of(new QuietWindowDto(List.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(7, 0))),
            ZoneOffset.UTC);

    /** Known, mandatory, reachable, master, channel, category, verified, snoozed, quiet. Every cell matches one row. */
    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("0........", "DROP unknown-user"),
            Map.entry("110......", "DROP no-destination"),
            Map.entry("111......", "SEND mandatory"),
            Map.entry("10.0.....", "DROP master-off"),
            Map.entry("10.10....", "DROP channel-off"),
            Map.entry("10.110...", "DROP category-off"),
            Map.entry("10.1110..", "DROP email-unverified"),
            Map.entry("1001111..", "DROP no-destination"),
            Map.entry("1011111.1", "HOLD"),
            Map.entry("101111110", "HOLD"),
            Map.entry("101111100", "SEND allowed"));

    private static final Map<String, String> HOLDS = Map.of(
            "10", "snoozed 2026-11-27T23:30:00Z",
            "11", "snoozed 2026-11-28T07:00:00Z",
            "01", "quiet-hours 2026-11-28T07:00:00Z");

    static List<String> cells() {
        return IntStream.range(0, 1 << FACTS)
                .mapToObj(bits -> "%9s".formatted(Integer.toBinaryString(bits)).replace(' ', '0'))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyCombinationOfFactsHasItsDecision(String cell) {
        var decided = DecisionRules.decide(facts(cell), AT);

        var expected = TABLE.entrySet().stream()
                .filter(row -> cell.matches(row.getKey()))
                .map(Map.Entry::getValue)
                .map(value -> value.equals("HOLD") ? "HOLD " + HOLDS.get(cell.substring(7)) : value)
                .toList();
        assertThat(expected)
                .containsExactly(decided.decision() + " " + decided.rule().wireName()
                        + (decided.until() == null ? "" : " " + decided.until()));
    }

    @Test
    void snoozeEndsAtItsInstant() {
        var facts = facts("101111110");

        assertThat(DecisionRules.decide(facts, SNOOZE_END.minusNanos(1_000)).rule())
                .isEqualTo(DecisionRule.SNOOZED);
        assertThat(DecisionRules.decide(facts, SNOOZE_END).rule()).isEqualTo(DecisionRule.ALLOWED);
    }

    @Test
    void snoozeThatEndsInQuietHoursHoldsUntilTheirEnd() {
        var facts = new DecisionFacts(true, false, true, true, true, true, false, SNOOZE_END, NIGHT);

        assertThat(DecisionRules.decide(facts, AT.minus(Duration.ofDays(2))).until())
                .isEqualTo(QUIET_END);
    }

    private static DecisionFacts facts(String cell) {
        return new DecisionFacts(
                is(cell, 0),
                is(cell, 1),
                is(cell, 2),
                is(cell, 3),
                is(cell, 4),
                is(cell, 5),
                !is(cell, 6),
                is(cell, 7) ? SNOOZE_END : null,
                is(cell, 8) ? NIGHT : QuietHours.NONE);
    }

    private static boolean is(String cell, int index) {
        return cell.charAt(index) == '1';
    }
}
