package dev.stagedoor.platform.persistence;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.TransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/** Classifies database failures by their SQLSTATE (PostgreSQL documentation, appendix A). */
public final class SqlStates {

    private static final Set<String> RETRYABLE = Set.of("40001", "40P01");
    private static final String READ_ONLY = "25006";

    /** Connection failure, insufficient resources (disk, connections), operator intervention, system error. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58");

    private SqlStates() {}

    /** Whether the transaction failed because of a deadlock or a serialization failure. */
    public static boolean isRetryable(Throwable failure) {
        return states(failure).anyMatch(RETRYABLE::contains);
    }

    /** Whether the database is unreachable, read-only or exceeded a timeout. */
    public static boolean isUnavailable(Throwable failure) {
        return causes(failure).anyMatch(SqlStates::isBrokenTransaction)
                || states(failure).anyMatch(SqlStates::isUnavailable);
    }

    /** A transaction that timed out or whose rollback failed, because the connection is lost. */
    private static boolean isBrokenTransaction(Throwable cause) {
        return cause instanceof TransactionException || cause instanceof TransactionTimedOutException;
    }

    private static boolean isUnavailable(String state) {
        return state.isEmpty() || isReadOnly(state) || UNAVAILABLE_CLASSES.contains(state.substring(0, 2));
    }

    static boolean isReadOnly(String state) {
        return READ_ONLY.equals(state);
    }

    /** Exceptions of the pool (no connection, or evicted connection) have an empty state. */
    private static Stream<String> states(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> Objects.requireNonNullElse(((SQLException) cause).getSQLState(), ""));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
