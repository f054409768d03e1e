package dev.stagedoor.admin;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.persistence.UuidV7;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.Cursors;
import dev.stagedoor.platform.web.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Records admin actions in the transaction of the action, and lists them. */
@Service
@RequiredArgsConstructor
public class AuditLog {

    private static final TypeReference<Map<String, Object>> STATE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Cursors cursors;
    private final Clock clock;

    void record(CurrentUser actor, AuditAction action, UUID userId, Object before, Object after) {
        record(actor, action, List.of(new Change(userId, before, after)));
    }

    /** Inserts one event per change in one statement. */
    void record(CurrentUser actor, AuditAction action, List<Change> changes) {
        jdbc.sql("""
                INSERT INTO audit.audit_events (id, actor_id, action, user_id, before, after, request_id, created_at)
                SELECT change.id, :actor, :action, change.user_id, change.before, change.after, :request, :now
                FROM unnest(CAST(:ids AS uuid[]), CAST(:users AS uuid[]), CAST(:before AS jsonb[]),
                            CAST(:after AS jsonb[])) AS change (id, user_id, before, after)""")
                .param("actor", actor.id())
                .param("action", action.name())
                .param("request", RequestId.current())
                .param("now", timestamp(clock.instant()))
                .param("ids", texts(changes, change -> UuidV7.next().toString()))
                .param("users", texts(changes, change -> Objects.toString(change.userId(), null)))
                .param("before", texts(changes, change -> serialize(change.before())))
                .param("after", texts(changes, change -> serialize(change.after())))
                .update();
    }

    /**
     * Returns a page of events, newest first.
     *
     * @param cursor null for the first page
     * @throws ProblemException {@code invalid-cursor}
     */
    public AuditListResponseDto list(AuditFilter filter, int limit, String cursor) {
        var scope = "audit " + filter;
        var position = cursor == null ? null : cursors.open(scope, cursor);
        var after = position == null ? "" : " AND (created_at, id) < (:before, :beforeId)";
        var query = filter.bind(jdbc.sql(
                        "SELECT * FROM audit.audit_events WHERE %s%s ORDER BY created_at DESC, id DESC LIMIT %d"
                                .formatted(filter.sqlCondition(), after, limit + 1)))
                .param("before", position == null ? null : timestamp(Instant.parse(position.get(0))))
                .param("beforeId", position == null ? null : UUID.fromString(position.get(1)));

        var rows = query.query(this::event).list();
        if (rows.size() <= limit) {
            return new AuditListResponseDto(rows, null);
        }
        var last = rows.get(limit - 1);
        return new AuditListResponseDto(rows.subList(0, limit), cursors.seal(scope, last.createdAt(), last.id()));
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

    /** The states are records without secrets. Null means that the object does not exist. */
    record Change(UUID userId, Object before, Object after) {}
}
