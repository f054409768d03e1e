package dev.stagedoor.access;

/**
 * What tells whether something that is remembered of an account still holds: it is asked for with the caller, in the same
 * statement.
 *
 * @param expression SQL over the row {@code u} of {@code users.users}; a bigint, or null where nothing may be believed
 */
public record RevisionSql(String expression) {}
