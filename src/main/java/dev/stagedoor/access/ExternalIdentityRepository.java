package dev.stagedoor.access;

import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.security.CurrentUser;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the account that an external identity is linked with. */
@Repository
@RequiredArgsConstructor
class ExternalIdentityRepository {

    private final JdbcClient jdbc;
    private final RevisionSql revision;

    Optional<LinkedAccount> find(String betterAuthId) {
        return jdbc.sql("""
                SELECT u.id, u.role = 'ADMIN' AS admin, u.is_active, %s AS revision FROM users.users u
                WHERE u.better_auth_id = ?""".formatted(revision.expression()))
                .param(betterAuthId)
                .query((row, number) -> new LinkedAccount(
                        new CurrentUser(
                                ResultSets.uuid(row, "id"),
                                null,
                                row.getBoolean("admin"),
                                row.getObject("revision", Long.class)),
                        row.getBoolean("is_active")))
                .optional();
    }

    /** @param active whether the account may authenticate */
    record LinkedAccount(CurrentUser caller, boolean active) {}
}
