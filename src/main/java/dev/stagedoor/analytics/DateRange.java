package dev.stagedoor.analytics;

import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.error.ProblemException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A range of UTC dates, both inclusive. */
record DateRange(LocalDate from, LocalDate to) {

    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 3_660;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    DateRange {
        if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) {
            throw outOfRange("from", "must-be-between-1970-and-9999");
        }
        if (to.isBefore(from) || to.isAfter(LATEST)) {
            throw outOfRange("to", "must-not-be-before-from");
        }
        if (days(from, to) > MOST_DAYS) {
            throw outOfRange("to", "must-be-at-most-3660-days-after-from");
        }
    }

    /** Resolves the requested dates. A null date defaults relative to the other one, or to today. */
    static DateRange of(LocalDate from, LocalDate to, LocalDate today) {
        if (to != null && (to.isBefore(EARLIEST) || to.isAfter(LATEST))) {
            throw outOfRange("to", "must-be-between-1970-and-9999");
        }
        if (to == null && from != null && from.isAfter(today)) {
            throw outOfRange("from", "must-not-be-after-today");
        }
        var end = to == null ? today : to;
        return new DateRange(from == null ? end.minusDays(DEFAULT_DAYS - 1L) : from, end);
    }

    /** Returns the range of the same length directly before. */
    LocalDate previousFrom() {
        return from.minusDays(days(from, to));
    }

    LocalDate previousTo() {
        return from.minusDays(1);
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    private static ProblemException outOfRange(String field, String rule) {
        return ProblemException.invalid(field, InvalidField.OUT_OF_RANGE, rule);
    }
}
