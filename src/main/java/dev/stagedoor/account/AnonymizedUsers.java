package dev.stagedoor.account;

import java.util.UUID;

/** Accounts without personal data. Their rows remain because other tables reference them. */
public final class AnonymizedUsers {

    static final String DOMAIN = "@deleted.invalid";

    private AnonymizedUsers() {}

    /** @param alias the alias of {@code users.users} in the statement */
    public static String sqlCondition(String alias) {
        return "%1$s.email = CAST(%1$s.id AS text) || '%2$s'".formatted(alias, DOMAIN);
    }

    static String email(UUID userId) {
        return userId + DOMAIN;
    }
}
