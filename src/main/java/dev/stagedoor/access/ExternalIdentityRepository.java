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

    Optional<LinkedAccount> find(String betterAuthId) {
        return jdbc.sql("""
                SELECT u.id, p.id AS profile_id, u.role = 'ADMIN' AS admin, u.is_active
                FROM users.users u LEFT JOIN users.user_profiles p ON p.user_id = u.id
                WHERE u.better_auth_id = ?""")
                .param(betterAuthId)
                .query((row, number) -> new LinkedAccount(
                        new CurrentUser(
                                ResultSets.uuid(row, "id"),
                                ResultSets.uuid(row, "profile_id"),
                                null,
                                row.getBoolean("admin")),
                        row.getBoolean("is_active")))
                .optional();
    }

    /** @param active whether the account may authenticate */
    record LinkedAccount(CurrentUser caller, boolean active) {}
}
