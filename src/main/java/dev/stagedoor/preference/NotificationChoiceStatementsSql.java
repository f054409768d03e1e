package dev.stagedoor.preference;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

@RequiredArgsConstructor
class NotificationChoiceStatementsSql implements NotificationChoiceStatements {

    private final JdbcClient jdbc;

    @Override
    public void put(UUID userId, List<ChoiceChange> changes, Instant now) {
        if (!changes.isEmpty()) {
            jdbc.sql("""
                    INSERT INTO users.notification_choices (user_id, category, channel, enabled, updated_at)
                    SELECT :user, i.category, i.channel, i.enabled, :now
                    FROM unnest(CAST(:categories AS text[]), CAST(:channels AS text[]), CAST(:enabled AS boolean[]))
                        AS i (category, channel, enabled)
                    ON CONFLICT (user_id, category, channel)
                        DO UPDATE SET enabled = excluded.enabled, updated_at = excluded.updated_at""")
                    .param("user", userId)
                    .param(
                            "categories",
                            texts(changes, change -> change.category().key()))
                    .param("channels", texts(changes, change -> change.channel().name()))
                    .param(
                            "enabled",
                            changes.stream().map(ChoiceChange::enabled).toArray(Boolean[]::new))
                    .param("now", timestamp(now))
                    .update();
        }
    }

    @Override
    public void delete(UUID userId, List<ChoiceChange> changes) {
        if (!changes.isEmpty()) {
            jdbc.sql("""
                    DELETE FROM users.notification_choices c
                    USING unnest(CAST(:categories AS text[]), CAST(:channels AS text[])) AS i (category, channel)
                    WHERE c.user_id = :user AND c.category = i.category AND c.channel = i.channel""")
                    .param("user", userId)
                    .param(
                            "categories",
                            texts(changes, change -> change.category().key()))
                    .param("channels", texts(changes, change -> change.channel().name()))
                    .update();
        }
    }

    private static String[] texts(List<ChoiceChange> changes, Function<ChoiceChange, String> text) {
        return changes.stream().map(text).toArray(String[]::new);
    }
}
