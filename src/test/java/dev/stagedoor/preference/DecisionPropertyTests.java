package dev.stagedoor.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares 100,000 decisions with a slow model. The model looks at a wall clock in every minute of five weeks. A window starts
 * in the first minute in which the clock has reached its start. It ends in the last minute in which the clock shows its end. If
 * the clock skips the end, the window ends in the first minute after the gap.
 */
class DecisionPropertyTests {

    private static final int TIMELINES = 500;
    private static final int DECISIONS_PER_TIMELINE = 200;
    private static final int DAYS = 35;
    private static final int DAY = 24 * 60;
    private static final int CHANGE = 10 * DAY;

    /** Since 1973, the offsets of all zones are multiples of a minute. */
    private static final Instant START = Instant.parse("1973-02-01T00:00:00Z");

    /** The zones of the contract's corner cases, and all zones of the JDK. */
    private static final List<String> ZONES = Stream.concat(
                    Stream.of(
                                    "Europe/Berlin",
                                    "America/New_York",
                                    "Australia/Lord_Howe",
                                    "Pacific/Apia",
                                    "Asia/Kolkata",
                                    "Africa/Casablanca")
                            .flatMap(zone -> Stream.generate(() -> zone).limit(60)),
                    ZoneId.getAvailableZoneIds().stream().sorted())
            .toList();

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void decisionsAgreeWithAWallClock() {
        for (int each = 0; each < TIMELINES; each++) {
            var timeline = timeline();
            for (int decision = 0; decision < DECISIONS_PER_TIMELINE; decision++) {
                compare(timeline, random.nextBoolean() ? minute() : CHANGE - 12 * 60 + random.nextInt(DAY));
            }
        }
    }

    private void compare(Timeline timeline, int minute) {
        var snooze = random.nextInt(3) == 0 ? minute + random.nextInt(4 * DAY) - DAY : 0;
        var at = timeline.instant(minute).plusSeconds(random.nextInt(60));
        var facts = new DecisionFacts(
                true, false, true, true, true, true, false, timeline.instant(snooze), timeline.quietHours());

        assertThat(DecisionRules.decide(facts, at))
                .as("seed %d, %s, %s, snooze until %s", seed, timeline, at, timeline.instant(snooze))
                .isEqualTo(timeline.decide(minute, snooze));
    }

    private int minute() {
        return 5 * DAY + random.nextInt(14 * DAY);
    }

    /** If the rules of the zone know a later change of its clocks, the change is in the minute {@link #CHANGE}. */
    private Timeline timeline() {
        var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        var time = START.plus(Duration.ofDays(random.nextInt(64 * 365)));
        var change = zone.getRules().nextTransition(time);
        var first = (change == null ? time : change.getInstant()).minus(Duration.ofMinutes(CHANGE));
        return new Timeline(zone, first, windows());
    }

    /** Up to five windows, or none if they would cover the whole week. */
    private List<QuietWindowDto> windows() {
        var windows = IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(each -> window())
                .filter(window -> !window.from().equals(window.to()))
                .toList();
        return QuietHours.coverWeek(windows) ? List.of() : windows;
    }

    private QuietWindowDto window() {
        var days = EnumSet.noneOf(DayOfWeek.class);
        while (days.isEmpty()) {
            Stream.of(DayOfWeek.values()).filter(day -> random.nextInt(3) == 0).forEach(days::add);
        }
        return new QuietWindowDto(List.copyOf(days), time(), time());
    }

    /** Prefers the hours in which clocks change. */
    private LocalTime time() {
        var minute = random.nextBoolean() ? random.nextInt(DAY) : random.nextInt(4 * 4) * 15;
        return LocalTime.MIN.plusMinutes(minute);
    }

    /** The wall clock of a zone, and the quiet minutes. */
    private static final class Timeline {

        private final ZoneId zone;
        private final Instant first;
        private final List<QuietWindowDto> windows;
        private final LocalDateTime[] clock = new LocalDateTime[DAYS * DAY];
        private final BitSet quiet = new BitSet();

        Timeline(ZoneId zone, Instant first, List<QuietWindowDto> windows) {
            this.zone = zone;
            this.first = first;
            this.windows = windows;
            for (int minute = 0; minute < clock.length; minute++) {
                clock[minute] = instant(minute).atZone(zone).toLocalDateTime();
            }
            var date = clock[0].toLocalDate().plusDays(3);
            for (int day = 0; day < DAYS - 7; day++) {
                mark(date.plusDays(day));
            }
        }

        private void mark(LocalDate date) {
            for (var window : windows) {
                if (window.days().contains(date.getDayOfWeek())) {
                    var end = window.to().isAfter(window.from()) ? date : date.plusDays(1);
                    quiet.set(startOf(date.atTime(window.from())), endOf(end.atTime(window.to())));
                }
            }
        }

        private int startOf(LocalDateTime time) {
            var minute = around(time);
            while (clock[minute].isBefore(time)) {
                minute++;
            }
            return minute;
        }

        private int endOf(LocalDateTime time) {
            var minute = around(time) + 5 * DAY;
            while (clock[minute].isAfter(time)) {
                minute--;
            }
            return clock[minute].equals(time) ? minute : minute + 1;
        }

        /** A minute at least a day before the clock shows the time. */
        private int around(LocalDateTime time) {
            return Math.max(0, (int) ChronoUnit.MINUTES.between(clock[0], time) - 2 * DAY);
        }

        DecisionDto decide(int minute, int snooze) {
            if (minute < snooze) {
                return held(DecisionRule.SNOOZED, quiet.nextClearBit(snooze));
            }
            return quiet.get(minute)
                    ? held(DecisionRule.QUIET_HOURS, quiet.nextClearBit(minute))
                    : new DecisionDto(Decision.SEND, DecisionRule.ALLOWED, null);
        }

        private DecisionDto held(DecisionRule rule, int end) {
            return new DecisionDto(Decision.HOLD, rule, instant(end));
        }

        Instant instant(int minute) {
            return first.plus(Duration.ofMinutes(minute));
        }

        QuietHours quietHours() {
            return new QuietHours(windows, zone);
        }

        @Override
        public String toString() {
            return zone + " from " + first + " " + windows;
        }
    }
}
