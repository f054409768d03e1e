package dev.stagedoor.preference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The quiet hours of a user in a time zone. The windows leave at least one minute of the week free. */
record QuietHours(List<QuietWindowDto> windows, ZoneId zone) {

    static final QuietHours NONE = new QuietHours(List.of(), ZoneOffset.UTC);

    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final int MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;

    /** Returns whether the windows include every minute of a week. */
    static boolean coverWeek(List<QuietWindowDto> windows) {
        var covered = new BitSet(MINUTES_PER_WEEK);
        for (var window : windows) {
            var from = minute(window.from());
            var to = minute(window.to());
            for (var day : window.days()) {
                var start = day.ordinal() * MINUTES_PER_DAY + from;
                covered.set(start, start + (to > from ? to - from : MINUTES_PER_DAY + to - from));
            }
        }
        covered.or(covered.get(MINUTES_PER_WEEK, MINUTES_PER_WEEK + MINUTES_PER_DAY));
        return covered.nextClearBit(0) >= MINUTES_PER_WEEK;
    }

    private static int minute(LocalTime time) {
        return time.get(ChronoField.MINUTE_OF_DAY);
    }

    /** Returns whether the instant is in a window. */
    boolean contain(Instant at) {
        return endOfWindowAt(at).isPresent();
    }

    /** Returns the instant itself, or the end of the consecutive windows that contain it. */
    Instant endAt(Instant at) {
        var end = at;
        for (var next = endOfWindowAt(end); next.isPresent(); next = endOfWindowAt(end)) {
            end = next.get();
        }
        return end;
    }

    /** A window of the previous day can cross midnight. If clocks go back at midnight, a window of the next day can have started. */
    private Optional<Instant> endOfWindowAt(Instant at) {
        if (windows.isEmpty()) {
            return Optional.empty();
        }
        var today = at.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today, today.plusDays(1))
                .flatMap(date -> windows.stream()
                        .filter(window -> window.days().contains(date.getDayOfWeek()))
                        .filter(window -> !start(date, window).isAfter(at))
                        .map(window -> end(date, window)))
                .filter(at::isBefore)
                .max(Instant::compareTo);
    }

    private Instant start(LocalDate date, QuietWindowDto window) {
        return instant(date.atTime(window.from()), true);
    }

    private Instant end(LocalDate date, QuietWindowDto window) {
        return instant((window.crossesMidnight() ? date.plusDays(1) : date).atTime(window.to()), false);
    }

    /** A local time in a gap is the end of the gap. A local time that occurs twice is its first or its second occurrence. */
    private Instant instant(LocalDateTime local, boolean first) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(local);
        return offsets.isEmpty()
                ? rules.getTransition(local).getInstant()
                : local.toInstant(offsets.get(first ? 0 : offsets.size() - 1));
    }
}
