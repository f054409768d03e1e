package dev.stagedoor.platform.job;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Summarizes a failure in one sentence for the operator. */
public final class FailureMessage {

    private static final int MAX_LENGTH = 400;

    private FailureMessage() {}

    /** Returns the message of the database, otherwise of the innermost cause, on one line and without column values. */
    public static String sentence(Throwable failure) {
        var causes =
                Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
        var relevant = causes.stream()
                .filter(SQLException.class::isInstance)
                .reduce((outer, inner) -> inner)
                .orElse(causes.get(causes.size() - 1));
        return relevant instanceof SQLException ? firstLine(relevant) : oneLine(relevant);
    }

    /** The other lines contain positions and details with column values. */
    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static String oneLine(Throwable failure) {
        var line = String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
        var sentence = line.contains(" ")
                ? line
                : failure.getClass().getSimpleName() + (line.equals("null") ? "" : " " + line);
        return sentence.length() <= MAX_LENGTH ? sentence : sentence.substring(0, MAX_LENGTH) + "…";
    }
}
