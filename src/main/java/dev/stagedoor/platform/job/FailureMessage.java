package dev.stagedoor.platform.job;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Says in one sentence what an operator has to know of a failure. */
public final class FailureMessage {

    private static final int LONGEST = 400;

    private FailureMessage() {}

    /** What the database said, else what the innermost cause says; on one line and without the rows' values. */
    public static String sentence(Throwable failure) {
        var causes =
                Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
        var telling = causes.stream()
                .filter(SQLException.class::isInstance)
                .reduce((outer, inner) -> inner)
                .orElse(causes.get(causes.size() - 1));
        return telling instanceof SQLException ? firstLine(telling) : oneLine(telling);
    }

    /** The lines that follow are positions and details. */
    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static String oneLine(Throwable failure) {
        var line = String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
        var sentence = line.contains(" ")
                ? line
                : failure.getClass().getSimpleName() + (line.equals("null") ? "" : " " + line);
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
    }
}
