package dev.stagedoor.admin;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.admin.AuditLog.Change;
import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.persistence.UuidV7;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code audit.audit_events}. */
@Repository
@RequiredArgsConstructor
class AuditRepository {

    private static final TypeReference<Map<String, Object>> STATE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** Inserts one event per change in one statement. */
    void insert(UUID actorId, AuditAction action, List<Change> changes, String requestId, Instant now) {
        jdbc.sql("""
                INSERT INTO audit.audit_events (id, actor_id, action, user_id, before, after, request_id, created_at)
                SELECT change.id, :actor, :action, change.user_id, change.before, change.after, :request, :now
                FROM unnest(CAST(:ids AS uuid[]), CAST(:users AS uuid[]), CAST(:before AS jsonb[]),
                            CAST(:after AS jsonb[])) AS change (id, user_id, before, after)""")
                .param("actor", actorId)
                .param("action", action.name())
                .param("request", requestId)
                .param("now", timestamp(now))
                .param("ids", texts(changes, change -> UuidV7.next().toString()))
                .param("users", texts(changes, change -> Objects.toString(change.userId(), null)))
                .param("before", texts(changes, change -> serialize(change.before())))
                .param("after", texts(changes, change -> serialize(change.after())))
                .update();
    }

    /**
     * Returns up to {@code limit} events, newest first. The limit is a literal, because a generic plan assumes that a bound
     * limit returns 10 % of the rows.
     *
     * @param after the last event of the previous page; null for the first page
     */
    List<AuditEventDto> list(AuditFilter filter, Position after, int limit) {
        var conditions = "true" + (filter.actor() == null ? "" : " AND actor_id = :actor")
                + (filter.userId() == null ? "" : " AND user_id = :user")
                + (filter.action() == null ? "" : " AND action = :action")
                + (after == null ? "" : " AND (created_at, id) < (:before, :beforeId)");
        return jdbc.sql("SELECT * FROM audit.audit_events WHERE %s ORDER BY created_at DESC, id DESC LIMIT %s"
                        .formatted(conditions, limit))
                .param("actor", filter.actor())
                .param("user", filter.userId())
                .param("action", Objects.toString(filter.action(), null))
                .param("before", after == null ? null : timestamp(after.createdAt()))
                .param("beforeId", after == null ? null : after.id())
                .query(this::event)
                .list();
    }

    private AuditEventDto event(ResultSet row, int number) throws SQLException {
        return new AuditEventDto(
                ResultSets.uuid(row, "id"),
                ResultSets.uuid(row, "actor_id"),
                AuditAction.valueOf(row.getString("action")),
                ResultSets.uuid(row, "user_id"),
                parse(row.getString("before")),
                parse(row.getString("after")),
                row.getString("request_id"),
                ResultSets.instant(row, "created_at"));
    }

    private Map<String, Object> parse(String state) {
        return state == null ? null : json.readValue(state, STATE);
    }

    private String serialize(Object state) {
        return state == null ? null : json.writeValueAsString(state);
    }

    private static String[] texts(List<Change> changes, Function<Change, String> text) {
        return changes.stream().map(text).toArray(String[]::new);
    }

    record Position(Instant createdAt, UUID id) {}
}
