package dev.stagedoor.access;

/**
 * The SQL expression of an account's revision. Authentication reads it together with the caller, and caches compare it with the
 * revision of their entries.
 *
 * @param expression a bigint expression over the row {@code u} of {@code users.users}; null disables cached entries
 */
public record RevisionSql(String expression) {}
