package dev.stagedoor.preference;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.persistence.ResultSets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

@RequiredArgsConstructor
class NotificationConsentStatementsSql implements NotificationConsentStatements {

    private final JdbcClient jdbc;

    @Override
    public void insert(
            UUID userId, List<ConsentChange> changes, ConsentSource source, @Nullable String requestId, Instant now) {
        jdbc.sql("""
                INSERT INTO users.notification_consents
                    (user_id, category, channel, enabled, source, request_id, changed_at)
                SELECT :user, i.category, i.channel, i.enabled, :source, :request, :now
                FROM unnest(CAST(:categories AS text[]), CAST(:channels AS text[]), CAST(:enabled AS boolean[]))
                    AS i (category, channel, enabled)""")
                .param("user", userId)
                .param("categories", texts(changes, ConsentChange::category))
                .param("channels", texts(changes, ConsentChange::channel))
                .param("enabled", changes.stream().map(ConsentChange::enabled).toArray(Boolean[]::new))
                .param("source", source.name())
                .param("request", requestId)
                .param("now", timestamp(now))
                .update();
    }

    /** The limit is a literal, because a generic plan assumes that a bound limit returns 10 % of the rows. */
    @Override
    public List<Entry> list(UUID userId, @Nullable Position after, int limit) {
        return jdbc.sql("""
                SELECT id, category, channel, enabled, source, changed_at FROM users.notification_consents
                WHERE user_id = :user %s ORDER BY changed_at DESC, id DESC LIMIT %s""".formatted(after == null ? "" : "AND (changed_at, id) < (:before, :beforeId)", limit))
                .param("user", userId)
                .param("before", after == null ? null : timestamp(after.changedAt()))
                .param("beforeId", after == null ? null : after.id())
                .query(NotificationConsentStatementsSql::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var changedAt = ResultSets.instant(row, "changed_at");
        var channel = row.getString("channel");
        return new Entry(
                new Position(changedAt, ResultSets.uuid(row, "id")),
                new ConsentDto(
                        row.getString("category"),
                        channel == null ? null : NotificationChannel.valueOf(channel),
                        row.getBoolean("enabled"),
                        ConsentSource.valueOf(row.getString("source")),
                        changedAt));
    }

    private static @Nullable String[] texts(
            List<ConsentChange> changes, Function<ConsentChange, @Nullable Object> value) {
        return changes.stream()
                .map(change -> Objects.toString(value.apply(change), null))
                .toArray(String[]::new);
    }
}
