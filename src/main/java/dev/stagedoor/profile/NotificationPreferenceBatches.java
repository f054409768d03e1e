package dev.stagedoor.profile;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.persistence.Batcher;
import dev.stagedoor.platform.persistence.UuidV7;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.openapitools.jackson.nullable.JsonNullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of different people's flags at once; each means what it means in {@link UserProfileStatements}. */
@Repository
class NotificationPreferenceBatches {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Batcher<Change, Optional<NotificationPrefsDto>> changes;

    NotificationPreferenceBatches(JdbcClient jdbc, UserProfileStatements profiles, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.changes = Batcher.ofWrites(
                change ->
                        profiles.change(change.user(), change.master(), change.push(), change.email(), clock.instant()),
                this::changeAll);
    }

    /** Writes the flags that are named, and only these; empty where there is no row. */
    Optional<NotificationPrefsDto> change(UUID userId, UpdateNotificationPrefsDto update) {
        return changes.call(new Change(
                userId, flag(update.notificationsEnabled()), flag(update.pushEnabled()), flag(update.emailEnabled())));
    }

    /** Of several changes of one person, one; and none where somebody else holds the row. They are made alone. */
    List<Optional<Optional<NotificationPrefsDto>>> changeAll(List<Change> group) {
        Map<UUID, Change> byUser = new HashMap<>();
        group.forEach(change -> byUser.putIfAbsent(change.user(), change));
        var made = changed(List.copyOf(byUser.values()));
        return group.stream()
                .map(change -> Optional.of(change)
                        .filter(wanted -> byUser.get(wanted.user()) == wanted)
                        .map(wanted -> made.get(wanted.user()))
                        .map(Optional::of))
                .toList();
    }

    private Map<UUID, NotificationPrefsDto> changed(List<Change> group) {
        Map<UUID, NotificationPrefsDto> made = new HashMap<>();
        jdbc.sql("""
                WITH free AS MATERIALIZED (
                    SELECT id FROM users.user_profiles WHERE user_id = ANY(CAST(:users AS uuid[]))
                    FOR NO KEY UPDATE SKIP LOCKED)
                UPDATE users.user_profiles p
                SET notifications_enabled = COALESCE(w.master, notifications_enabled),
                    push_enabled = COALESCE(w.push, push_enabled),
                    email_enabled = COALESCE(w.email, email_enabled),
                    updated_at = :now
                FROM unnest(CAST(:users AS uuid[]), CAST(:masters AS boolean[]), CAST(:pushes AS boolean[]),
                            CAST(:emails AS boolean[])) AS w (user_id, master, push, email)
                WHERE p.user_id = w.user_id AND p.id = ANY(ARRAY(SELECT id FROM free))
                RETURNING p.user_id, notifications_enabled, push_enabled, email_enabled, updated_at""")
                .param("users", UuidV7.texts(group.stream().map(Change::user).toList()))
                .param("masters", flags(group, Change::master))
                .param("pushes", flags(group, Change::push))
                .param("emails", flags(group, Change::email))
                .param("now", timestamp(clock.instant()))
                .query(row -> {
                    made.put(row.getObject("user_id", UUID.class), UserProfileStatements.preferences(row, 0));
                });
        return made;
    }

    private static Boolean[] flags(List<Change> group, Function<Change, Boolean> flag) {
        return group.stream().map(flag).toArray(Boolean[]::new);
    }

    private static Boolean flag(JsonNullable<Boolean> flag) {
        return flag.orElse(null);
    }

    record Change(UUID user, Boolean master, Boolean push, Boolean email) {}
}
