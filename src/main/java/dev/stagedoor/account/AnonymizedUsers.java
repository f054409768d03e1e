package dev.stagedoor.account;

/** Accounts of which nothing personal is left: their rows stay because another module's name them. */
public final class AnonymizedUsers {

    private AnonymizedUsers() {}

    /** The SQL condition on a row of {@code users.users}, by the name it has in the statement. */
    public static String condition(String row) {
        return "%1$s.email = CAST(%1$s.id AS text) || '@deleted.invalid'".formatted(row);
    }
}
