package dev.stagedoor.admin;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

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

/** Keeps what admins do, in the transaction that does it, and shows it again. */
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

    /** One event a change, all in one statement. */
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
                .param("before", texts(changes, change -> state(change.before())))
                .param("after", texts(changes, change -> state(change.after())))
                .update();
    }

    /** A page, newest first; {@code cursor} is null for the first. Refuses with {@code invalid-cursor}. */
    public AuditListResponseDto list(AuditFilter filter, int limit, String cursor) {
        var scope = "audit " + filter;
        var place = cursor == null ? null : cursors.open(scope, cursor);
        var after = place == null ? "" : " AND (created_at, id) < (:before, :beforeId)";
        var query = filter.bind(jdbc.sql(
                        "SELECT * FROM audit.audit_events WHERE %s%s ORDER BY created_at DESC, id DESC LIMIT :rows"
                                .formatted(filter.condition(), after)))
                .param("before", place == null ? null : timestamp(Instant.parse(place.get(0))))
                .param("beforeId", place == null ? null : UUID.fromString(place.get(1)))
                .param("rows", limit + 1);
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
                kept(row.getString("before")),
                kept(row.getString("after")),
                row.getString("request_id"),
                ResultSets.instant(row, "created_at"));
    }

    private Map<String, Object> kept(String kept) {
        return kept == null ? null : json.readValue(kept, STATE);
    }

    private String state(Object state) {
        return state == null ? null : json.writeValueAsString(state);
    }

    private static String[] texts(List<Change> changes, Function<Change, String> text) {
        return changes.stream().map(text).toArray(String[]::new);
    }

    /** The states are records without secrets; null where there was or is nothing. */
    record Change(UUID userId, Object before, Object after) {}
}
