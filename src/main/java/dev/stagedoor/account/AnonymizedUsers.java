package dev.stagedoor.account;

/** Accounts without personal data. Their rows remain because other tables reference them. */
public final class AnonymizedUsers {

    private AnonymizedUsers() {}

    /** @param alias the alias of {@code users.users} in the statement */
    public static String sqlCondition(String alias) {
        return "%1$s.email = CAST(%1$s.id AS text) || '@deleted.invalid'".formatted(alias);
    }
}
