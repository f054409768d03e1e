package dev.stagedoor.profile;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.account.AnonymizedUsers;
import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.platform.persistence.UuidV7;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements on profile rows that must be one: making a row once, and reading or flipping the flags. */
@Repository
@RequiredArgsConstructor
class UserProfileStatements {

    /** Who is anonymised has none, and needs none. */
    private static final String MISSING = """
            NOT EXISTS (SELECT FROM users.user_profiles p WHERE p.user_id = u.id) AND NOT\s""" + AnonymizedUsers.condition("u");

    private final JdbcClient jdbc;

    /**
     * Makes the row unless it is there, or the user is not; two requests at once make one. Null means the default of the
     * data model. Whether it was made.
     */
    boolean make(UUID userId, String language, String timezone, String currency, Instant now) {
        return make(List.of(userId), language, timezone, currency, now) == 1;
    }

    /** The same for many users, all or none; how many rows were made. */
    int make(List<UUID> userIds, String language, String timezone, String currency, Instant now) {
        return jdbc.sql("""
                INSERT INTO users.user_profiles (id, user_id, language, timezone, currency, created_at, updated_at)
                SELECT fresh.id, u.id, :language, COALESCE(:timezone, 'UTC'), COALESCE(:currency, 'USD'), :now, :now
                FROM unnest(CAST(:ids AS uuid[]), CAST(:users AS uuid[])) AS fresh (id, user_id)
                JOIN users.users u ON u.id = fresh.user_id ORDER BY u.id
                ON CONFLICT (user_id) DO NOTHING""")
                .param(
                        "ids",
                        UuidV7.texts(
                                userIds.stream().map(userId -> UuidV7.next()).toList()))
                .param("users", UuidV7.texts(userIds))
                .param("language", language)
                .param("timezone", timezone)
                .param("currency", currency)
                .param("now", timestamp(now))
                .update();
    }

    long countMissing() {
        return jdbc.sql("SELECT count(*) FROM users.users u WHERE " + MISSING)
                .query(Long.class)
                .single();
    }

    /** Users without a row in the order of their ids, after {@code last}; null for the first. */
    List<UUID> missing(UUID last, int limit) {
        return jdbc.sql("SELECT u.id FROM users.users u WHERE " + MISSING
                        + " AND (CAST(:last AS uuid) IS NULL OR u.id > CAST(:last AS uuid)) ORDER BY u.id LIMIT :limit")
                .param("last", last)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    void remove(UUID userId) {
        jdbc.sql("DELETE FROM users.user_profiles WHERE user_id = ?")
                .param(userId)
                .update();
    }

    Optional<NotificationPrefsDto> preferences(UUID userId) {
        return jdbc.sql("""
                SELECT notifications_enabled, push_enabled, email_enabled, updated_at
                FROM users.user_profiles WHERE user_id = ?""")
                .param(userId)
                .query(UserProfileStatements::preferences)
                .optional();
    }

    /** Writes the flags that are not null, and only these, so that writers of different flags lose nothing. */
    Optional<NotificationPrefsDto> change(UUID userId, Boolean master, Boolean push, Boolean email, Instant now) {
        return jdbc.sql("""
                UPDATE users.user_profiles
                SET notifications_enabled = COALESCE(:master, notifications_enabled),
                    push_enabled = COALESCE(:push, push_enabled),
                    email_enabled = COALESCE(:email, email_enabled),
                    updated_at = :now
                WHERE user_id = :user
                RETURNING notifications_enabled, push_enabled, email_enabled, updated_at""")
                .param("user", userId)
                .param("master", master)
                .param("push", push)
                .param("email", email)
                .param("now", timestamp(now))
                .query(UserProfileStatements::preferences)
                .optional();
    }

    static NotificationPrefsDto preferences(ResultSet row, int number) throws SQLException {
        return NotificationPrefsDto.of(
                row.getBoolean("notifications_enabled"),
                row.getBoolean("push_enabled"),
                row.getBoolean("email_enabled"),
                ResultSets.instant(row, "updated_at"));
    }
}
