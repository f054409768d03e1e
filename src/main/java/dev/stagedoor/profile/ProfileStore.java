package dev.stagedoor.profile;

import static dev.stagedoor.platform.persistence.Columns.timestamp;

import dev.stagedoor.platform.persistence.Columns;
import dev.stagedoor.platform.persistence.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements on profile rows that must be one: making a row once, and reading or flipping the flags. */
@Repository
@RequiredArgsConstructor
class ProfileStore {

    private final JdbcClient jdbc;

    /** Makes the row unless it is there, or the user is not; two requests at once make one. Null means the default of the data model. */
    void make(UUID userId, String language, String timezone, String currency, Instant now) {
        jdbc.sql("""
                INSERT INTO users.user_profiles (id, user_id, language, timezone, currency, created_at, updated_at)
                SELECT :id, id, :language, COALESCE(:timezone, 'UTC'), COALESCE(:currency, 'USD'), :now, :now
                FROM users.users WHERE id = :user
                ON CONFLICT (user_id) DO NOTHING""")
                .param("id", Ids.next())
                .param("user", userId)
                .param("language", language)
                .param("timezone", timezone)
                .param("currency", currency)
                .param("now", timestamp(now))
                .update();
    }

    void remove(UUID userId) {
        jdbc.sql("DELETE FROM users.user_profiles WHERE user_id = ?")
                .param(userId)
                .update();
    }

    Optional<NotificationPrefsDto> preferences(UUID userId) {
        return jdbc.sql("""
                SELECT notifications_enabled, push_enabled, email_enabled, updated_at
                FROM users.user_profiles WHERE user_id = ?""").param(userId).query(ProfileStore::preferences).optional();
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
                .query(ProfileStore::preferences)
                .optional();
    }

    private static NotificationPrefsDto preferences(ResultSet row, int number) throws SQLException {
        return NotificationPrefsDto.of(
                row.getBoolean("notifications_enabled"),
                row.getBoolean("push_enabled"),
                row.getBoolean("email_enabled"),
                Columns.instant(row, "updated_at"));
    }
}
