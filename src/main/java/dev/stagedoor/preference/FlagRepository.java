package dev.stagedoor.preference;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.access.ActiveCallers;
import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.profile.NotificationFlagsSql;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes notification flags and records the changes in one statement. */
@Repository
@RequiredArgsConstructor
class FlagRepository {

    private static final String SQL = """
            WITH %s,
            consents AS (
                INSERT INTO users.notification_consents (user_id, channel, enabled, source, request_id, changed_at)
                SELECT b.user_id, flag.channel, flag.enabled, 'APP', i.request_id, :now
                FROM before b JOIN updated p ON p.user_id = b.user_id
                JOIN unnest(CAST(:users AS uuid[]), CAST(:requests AS text[])) AS i (user_id, request_id)
                    ON i.user_id = b.user_id
                CROSS JOIN LATERAL (VALUES
                    (NULL, b.notifications_enabled, p.notifications_enabled),
                    ('PUSH', b.push_enabled, p.push_enabled),
                    ('EMAIL', b.email_enabled, p.email_enabled)) AS flag (channel, before, enabled)
                WHERE flag.before <> flag.enabled)
            SELECT %s FROM updated p""".formatted(NotificationFlagsSql.UPDATE, StoredPreferencesReader.COLUMNS);

    private final JdbcClient jdbc;
    private final StoredPreferencesReader reader;

    /**
     * Updates only the flags that are not null, so that concurrent updates of different flags do not overwrite each other. Skips
     * rows that another transaction has locked, and all but the first change of a user.
     *
     * @return one result per change. It is empty for a user without a profile, an unauthorized caller and a locked row. With more than one change,
     *     it is null instead, so that the change is repeated alone.
     */
    List<@Nullable FlagResult> update(List<FlagChange> changes, Instant now) {
        Map<UUID, FlagChange> byUser = new LinkedHashMap<>();
        changes.forEach(change -> byUser.putIfAbsent(change.userId(), change));
        var updated = updateAll(List.copyOf(byUser.values()), now);
        return changes.size() == 1
                ? List.of(new FlagResult(updated.get(changes.get(0).userId())))
                : changes.stream()
                        .map(change -> byUser.get(change.userId()) == change ? updated.get(change.userId()) : null)
                        .map(preferences -> preferences == null ? null : new FlagResult(preferences))
                        .toList();
    }

    private Map<UUID, StoredPreferences> updateAll(List<FlagChange> changes, Instant now) {
        Map<UUID, StoredPreferences> updated = new HashMap<>();
        jdbc.sql(SQL)
                .param("users", texts(changes, FlagChange::userId))
                .param("sessions", ActiveCallers.sessionIds(changes, FlagChange::caller))
                .param("issued", ActiveCallers.tokenIssueTimes(changes, FlagChange::caller))
                .param("requests", texts(changes, FlagChange::requestId))
                .param("notifications", flags(changes, FlagChange::notifications))
                .param("push", flags(changes, FlagChange::push))
                .param("email", flags(changes, FlagChange::email))
                .param("now", timestamp(now))
                .query(row -> {
                    updated.put(ResultSets.uuid(row, "user_id"), reader.read(row));
                });
        return updated;
    }

    private static @Nullable String[] texts(List<FlagChange> changes, Function<FlagChange, @Nullable Object> value) {
        return changes.stream()
                .map(change -> Objects.toString(value.apply(change), null))
                .toArray(String[]::new);
    }

    private static @Nullable Boolean[] flags(List<FlagChange> changes, Function<FlagChange, @Nullable Boolean> flag) {
        return changes.stream().map(flag).toArray(Boolean[]::new);
    }

    /** The preferences after a change; null if no row was changed. */
    record FlagResult(@Nullable StoredPreferences preferences) {}
}
