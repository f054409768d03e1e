package dev.stagedoor.access;

import dev.stagedoor.platform.persistence.Columns;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the account that an identity provider's subject is kept with. */
@Repository
@RequiredArgsConstructor
class IdentityStore {

    private final JdbcClient jdbc;

    Optional<Holder> find(String betterAuthId) {
        return jdbc.sql("SELECT id, role = 'ADMIN' AS admin, is_active FROM users.users WHERE better_auth_id = ?")
                .param(betterAuthId)
                .query((row, number) ->
                        new Holder(Columns.uuid(row, "id"), row.getBoolean("admin"), row.getBoolean("is_active")))
                .optional();
    }

    /** The account of an identity, and what it may do. */
    record Holder(UUID userId, boolean admin, boolean active) {}
}
