package dev.stagedoor.platform.persistence;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.TransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/** What the database says of a failure by its five-character code (PostgreSQL's documentation, appendix A). */
public final class SqlStates {

    private static final Set<String> SACRIFICED = Set.of("40001", "40P01");
    private static final String READ_ONLY = "25006";

    /** No connection, no resources (its disk is full, its connections are taken), stopped by its operator, broken. */
    private static final Set<String> OUT_OF_REACH = Set.of("08", "53", "57", "58");

    private SqlStates() {}

    /** Whether the transaction was given up for another one's sake and may do better when it is tried again. */
    public static boolean isSacrificed(Throwable failure) {
        return states(failure).anyMatch(SACRIFICED::contains);
    }

    /** Whether the database is away, takes no writes, or took too long. */
    public static boolean isOutOfReach(Throwable failure) {
        return causes(failure).anyMatch(SqlStates::isBrokenTransaction)
                || states(failure).anyMatch(SqlStates::isOutOfReach);
    }

    /** Its time is over, or its connection is gone: its rollback fails, too. */
    private static boolean isBrokenTransaction(Throwable cause) {
        return cause instanceof TransactionException || cause instanceof TransactionTimedOutException;
    }

    private static boolean isOutOfReach(String state) {
        return state.isEmpty() || isReadOnly(state) || OUT_OF_REACH.contains(state.substring(0, 2));
    }

    static boolean isReadOnly(String state) {
        return READ_ONLY.equals(state);
    }

    /** Empty where not the database speaks but the pool: it has no connection, or has let go of this one. */
    private static Stream<String> states(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> Objects.requireNonNullElse(((SQLException) cause).getSQLState(), ""));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
