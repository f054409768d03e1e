package dev.stagedoor.profile;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.access.ActiveCallers;
import dev.stagedoor.account.AnonymizedUsers;
import dev.stagedoor.platform.persistence.ResultSets;
import jakarta.annotation.Nullable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

@RequiredArgsConstructor
class UserProfileStatementsSql implements UserProfileStatements {

    private static final String WITHOUT_PROFILE = """
            NOT EXISTS (SELECT FROM users.user_profiles p WHERE p.user_id = u.id) AND NOT\s""" + AnonymizedUsers.sqlCondition("u");

    private static final String UPDATE_PREFERENCES = """
            WITH locked AS MATERIALIZED (
                SELECT id FROM users.user_profiles WHERE user_id = ANY(CAST(:users AS uuid[]))
                FOR NO KEY UPDATE %s)
            UPDATE users.user_profiles p
            SET notifications_enabled = COALESCE(i.notifications, notifications_enabled),
                push_enabled = COALESCE(i.push, push_enabled),
                email_enabled = COALESCE(i.email, email_enabled),
                updated_at = :now
            FROM unnest(CAST(:users AS uuid[]), CAST(:sessions AS uuid[]), CAST(:issued AS timestamptz[]),
                        CAST(:notifications AS boolean[]), CAST(:push AS boolean[]), CAST(:email AS boolean[]))
                AS i (user_id, session_id, token_issued_at, notifications, push, email)
            WHERE p.user_id = i.user_id AND p.id = ANY(ARRAY(SELECT id FROM locked)) AND %s
            RETURNING p.user_id, notifications_enabled, push_enabled, email_enabled, updated_at""";

    private final JdbcClient jdbc;

    @Override
    public int insertIfMissing(List<UserProfile> profiles) {
        return jdbc.sql("""
                INSERT INTO users.user_profiles (id, user_id, language, timezone, currency, created_at, updated_at)
                SELECT i.id, u.id, i.language, i.timezone, i.currency, i.created_at, i.created_at
                FROM unnest(CAST(:ids AS uuid[]), CAST(:users AS uuid[]), CAST(:languages AS text[]),
                            CAST(:timezones AS text[]), CAST(:currencies AS text[]), CAST(:times AS timestamptz[]))
                    AS i (id, user_id, language, timezone, currency, created_at)
                JOIN users.users u ON u.id = i.user_id ORDER BY u.id
                ON CONFLICT (user_id) DO NOTHING""")
                .param("ids", texts(profiles, UserProfile::getId))
                .param("users", texts(profiles, UserProfile::getUserId))
                .param("languages", texts(profiles, UserProfile::getLanguage))
                .param("timezones", texts(profiles, UserProfile::getTimezone))
                .param("currencies", texts(profiles, UserProfile::getCurrency))
                .param("times", texts(profiles, UserProfile::getCreatedAt))
                .update();
    }

    @Override
    public List<PreferencesResult> updatePreferences(List<PreferencesChange> changes, Instant now) {
        Map<UUID, PreferencesChange> byUser = new LinkedHashMap<>();
        changes.forEach(change -> byUser.putIfAbsent(change.userId(), change));
        var updated = update(List.copyOf(byUser.values()), changes.size() > 1 ? "SKIP LOCKED" : "", now);
        return changes.size() == 1
                ? List.of(new PreferencesResult(updated.get(changes.get(0).userId())))
                : changes.stream()
                        .map(change -> byUser.get(change.userId()) == change ? updated.get(change.userId()) : null)
                        .map(preferences -> preferences == null ? null : new PreferencesResult(preferences))
                        .toList();
    }

    private Map<UUID, NotificationPrefsDto> update(List<PreferencesChange> changes, String lockOption, Instant now) {
        Map<UUID, NotificationPrefsDto> updated = new HashMap<>();
        jdbc.sql(UPDATE_PREFERENCES.formatted(lockOption, ActiveCallers.CONDITION))
                .param("users", texts(changes, PreferencesChange::userId))
                .param("sessions", ActiveCallers.sessionIds(changes, PreferencesChange::caller))
                .param("issued", ActiveCallers.tokenIssueTimes(changes, PreferencesChange::caller))
                .param("notifications", flags(changes, PreferencesChange::notifications))
                .param("push", flags(changes, PreferencesChange::push))
                .param("email", flags(changes, PreferencesChange::email))
                .param("now", timestamp(now))
                .query(row -> {
                    updated.put(ResultSets.uuid(row, "user_id"), preferences(row));
                });
        return updated;
    }

    @Override
    public long countUsersWithoutProfile() {
        return jdbc.sql("SELECT count(*) FROM users.users u WHERE " + WITHOUT_PROFILE)
                .query(Long.class)
                .single();
    }

    @Override
    public List<UUID> findUsersWithoutProfile(@Nullable UUID last, int limit) {
        return jdbc.sql("SELECT u.id FROM users.users u WHERE " + WITHOUT_PROFILE
                        + " AND (CAST(:last AS uuid) IS NULL OR u.id > CAST(:last AS uuid)) ORDER BY u.id LIMIT "
                        + limit)
                .param("last", last)
                .query(UUID.class)
                .list();
    }

    private static NotificationPrefsDto preferences(ResultSet row) throws SQLException {
        return NotificationPrefsDto.of(
                row.getBoolean("notifications_enabled"),
                row.getBoolean("push_enabled"),
                row.getBoolean("email_enabled"),
                ResultSets.instant(row, "updated_at"));
    }

    private static <T> String[] texts(List<T> items, Function<T, Object> value) {
        return items.stream()
                .map(value)
                .map(each -> each == null ? null : each.toString())
                .toArray(String[]::new);
    }

    private static Boolean[] flags(List<PreferencesChange> changes, Function<PreferencesChange, Boolean> flag) {
        return changes.stream().map(flag).toArray(Boolean[]::new);
    }
}
