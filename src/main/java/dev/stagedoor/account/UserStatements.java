package dev.stagedoor.account;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Statements on accounts that JPQL cannot express. */
interface UserStatements {

    /**
     * Inserts the accounts, except those whose email, phone or external identity is taken. PostgreSQL logs the values of a
     * violated constraint, so personal values must not violate one.
     *
     * @return the ids of the inserted accounts
     */
    Set<UUID> insertIfAbsent(List<User> users);

    /** Returns those of the emails that have an account. */
    Set<String> findEmails(List<String> emails);
}
