package dev.stagedoor.access;

import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.security.CurrentUser;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the account that an identity provider's subject is kept with. */
@Repository
@RequiredArgsConstructor
class ExternalIdentityRepository {

    private final JdbcClient jdbc;
    private final RevisionSql revision;

    Optional<Holder> find(String betterAuthId) {
        return jdbc.sql("""
                SELECT u.id, u.role = 'ADMIN' AS admin, u.is_active, %s AS revision FROM users.users u
                WHERE u.better_auth_id = ?""".formatted(revision.expression()))
                .param(betterAuthId)
                .query((row, number) -> new Holder(
                        new CurrentUser(
                                ResultSets.uuid(row, "id"),
                                null,
                                row.getBoolean("admin"),
                                row.getObject("revision", Long.class)),
                        row.getBoolean("is_active")))
                .optional();
    }

    /** The account of an identity, and whether it may do anything at all. */
    record Holder(CurrentUser caller, boolean active) {}
}
