package dev.stagedoor.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {

    /** The first and the last quiet minute and their neighbors, in UTC. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # an ordinary night and an ordinary day
            Europe/Berlin     | FRIDAY   | 22:00 | 07:00 | 2026-11-27T21:00:00Z | 2026-11-28T06:00:00Z
            Asia/Kolkata      | FRIDAY   | 22:00 | 07:00 | 2026-11-27T16:30:00Z | 2026-11-28T01:30:00Z
            UTC               | FRIDAY   | 22:00 | 00:00 | 2026-11-27T22:00:00Z | 2026-11-28T00:00:00Z
            UTC               | SUNDAY   | 09:00 | 17:30 | 2026-11-29T09:00:00Z | 2026-11-29T17:30:00Z
            UTC               | SUNDAY   | 00:00 | 00:01 | 2026-11-29T00:00:00Z | 2026-11-29T00:01:00Z
            # clocks go forward
            Europe/Berlin     | SATURDAY | 22:00 | 07:00 | 2026-03-28T21:00:00Z | 2026-03-29T05:00:00Z
            Europe/Berlin     | SUNDAY   | 02:30 | 06:00 | 2026-03-29T01:00:00Z | 2026-03-29T04:00:00Z
            Europe/Berlin     | SUNDAY   | 01:00 | 02:30 | 2026-03-29T00:00:00Z | 2026-03-29T01:00:00Z
            America/New_York  | SUNDAY   | 01:30 | 02:15 | 2026-03-08T06:30:00Z | 2026-03-08T07:00:00Z
            Australia/Lord_Howe | SUNDAY | 02:15 | 03:00 | 2026-10-03T15:30:00Z | 2026-10-03T16:00:00Z
            # clocks go back
            Europe/Berlin     | SUNDAY   | 02:30 | 06:00 | 2026-10-25T00:30:00Z | 2026-10-25T05:00:00Z
            Europe/Berlin     | SUNDAY   | 01:00 | 02:30 | 2026-10-24T23:00:00Z | 2026-10-25T01:30:00Z
            Europe/Berlin     | SUNDAY   | 02:15 | 02:45 | 2026-10-25T00:15:00Z | 2026-10-25T01:45:00Z
            Europe/Berlin     | SUNDAY   | 01:00 | 02:00 | 2026-10-24T23:00:00Z | 2026-10-25T01:00:00Z
            Europe/Berlin     | SUNDAY   | 02:00 | 03:00 | 2026-10-25T00:00:00Z | 2026-10-25T02:00:00Z
            America/New_York  | SUNDAY   | 00:30 | 01:30 | 2026-11-01T04:30:00Z | 2026-11-01T06:30:00Z
            Australia/Lord_Howe | SUNDAY | 01:00 | 01:45 | 2026-04-04T14:00:00Z | 2026-04-04T15:15:00Z
            Africa/Casablanca | SUNDAY   | 02:30 | 04:00 | 2026-02-15T01:30:00Z | 2026-02-15T04:00:00Z
            Africa/Casablanca | SUNDAY   | 02:30 | 04:00 | 2026-03-22T02:00:00Z | 2026-03-22T03:00:00Z
            # 30 December 2011, a Friday, was skipped
            Pacific/Apia      | THURSDAY | 22:00 | 07:00 | 2011-12-30T08:00:00Z | 2011-12-30T10:00:00Z
            Pacific/Apia      | FRIDAY   | 22:00 | 07:00 | 2011-12-30T10:00:00Z | 2011-12-30T17:00:00Z
            """)
    void windowIncludesItsFirstMinuteAndExcludesItsEnd(
            ZoneId zone, DayOfWeek day, LocalTime from, LocalTime to, Instant start, Instant end) {
        var quietHours = new QuietHours(List.of(new QuietWindowDto(List.of(day), from, to)), zone);

        assertThat(quietHours.contain(start.minusNanos(1_000))).isFalse();
        assertThat(quietHours.contain(start)).isTrue();
        assertThat(quietHours.contain(end.minusNanos(1_000))).isTrue();
        assertThat(quietHours.contain(end)).isFalse();
        assertThat(quietHours.endAt(start)).isEqualTo(end);
        assertThat(quietHours.endAt(end.minusNanos(1_000))).isEqualTo(end);
        assertThat(quietHours.endAt(end)).isEqualTo(end);
    }

    @Test
    void windowOnASkippedDayIsEmpty() {
        var quietHours = quietHours("Pacific/Apia", window("FRIDAY", "09:00", "17:00"));
        var transition = Instant.parse("2011-12-30T10:00:00Z");

        assertThat(Stream.iterate(transition.minus(Duration.ofDays(1)), at -> at.plus(Duration.ofMinutes(10)))
                        .limit(2 * 144))
                .noneMatch(quietHours::contain);
    }

    @Test
    void adjacentWindowsEndTogether() {
        var quietHours = quietHours(
                "UTC",
                window("FRIDAY", "22:00", "07:00"),
                window("SATURDAY", "07:00", "09:00"),
                window("SATURDAY", "08:00", "08:30"));

        assertThat(quietHours.endAt(Instant.parse("2026-11-27T23:00:00Z"))).isEqualTo("2026-11-28T09:00:00Z");
    }

    @Test
    void withoutWindowsNoInstantIsQuiet() {
        var at = Instant.parse("2026-11-27T23:00:00Z");

        assertThat(QuietHours.NONE.contain(at)).isFalse();
        assertThat(QuietHours.NONE.endAt(at)).isEqualTo(at);
    }

    @Test
    void windowsThatLeaveOneMinuteDoNotCoverTheWeek() {
        var almost = List.of(
                window("SUNDAY", "12:00", "11:59"),
                window("MONDAY", "11:00", "10:00"),
                window("TUESDAY", "10:00", "09:00"),
                window("WEDNESDAY", "09:00", "08:00"),
                window("THURSDAY", "08:00", "07:00"),
                window("FRIDAY", "07:00", "06:00"),
                window("SATURDAY", "06:00", "05:00"),
                window("SUNDAY", "05:00", "11:59"));

        assertThat(QuietHours.coverWeek(almost)).isFalse();
        assertThat(QuietHours.coverWeek(Stream.concat(almost.stream(), Stream.of(window("SUNDAY", "11:59", "12:00")))
                        .toList()))
                .isTrue();
    }

    @Test
    void twoWindowsOnEveryDayCanCoverTheWeek() {
        var days = List.of(DayOfWeek.values());
        var night = new QuietWindowDto(days, LocalTime.of(20, 0), LocalTime.of(8, 0));

        assertThat(QuietHours.coverWeek(
                        List.of(night, new QuietWindowDto(days, LocalTime.of(8, 0), LocalTime.of(20, 0)))))
                .isTrue();
        assertThat(QuietHours.coverWeek(
                        List.of(night, new QuietWindowDto(days, LocalTime.of(8, 0), LocalTime.of(19, 59)))))
                .isFalse();
    }

    private static QuietHours quietHours(String zone, QuietWindowDto... windows) {
        return new QuietHours(List.of(windows), ZoneId.of(zone));
    }

    private static QuietWindowDto window(String day, String from, String to) {
        return new QuietWindowDto(List.of(DayOfWeek.valueOf(day)), LocalTime.parse(from), LocalTime.parse(to));
    }
}
