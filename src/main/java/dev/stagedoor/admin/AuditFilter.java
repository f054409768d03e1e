package dev.stagedoor.admin;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The filter of the audit log. Null matches all values. */
public record AuditFilter(UUID actor, UUID userId, AuditAction action) {

    String sqlCondition() {
        return "true" + (actor == null ? "" : " AND actor_id = :actor")
                + (userId == null ? "" : " AND user_id = :user")
                + (action == null ? "" : " AND action = :action");
    }

    StatementSpec bind(StatementSpec query) {
        return query.param("actor", actor).param("user", userId).param("action", action == null ? null : action.name());
    }
}
