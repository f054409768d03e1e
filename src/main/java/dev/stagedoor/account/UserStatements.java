package dev.stagedoor.account;

/** Statements on accounts that JPQL cannot express. */
interface UserStatements {

    /**
     * Inserts the account unless its email, phone or external identity is taken. PostgreSQL logs the values of a violated
     * constraint, so personal values must not violate one.
     *
     * @return whether the account was inserted
     */
    boolean insertIfAbsent(User user);
}
