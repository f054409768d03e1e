package dev.stagedoor.preference;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.access.PushDestinations;
import dev.stagedoor.platform.persistence.ResultSets;
import dev.stagedoor.profile.TimeZones;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads everything that decides about notifications, for all users in one statement. */
@Repository
@RequiredArgsConstructor
class DecisionQuery {

    /** A user without a profile has the defaults of a new profile. */
    private static final String SQL = """
            SELECT i.user_id, u.id IS NOT NULL AS known, c.mandatory,
                   COALESCE(p.notifications_enabled, true) AS notifications_enabled,
                   COALESCE(p.push_enabled, true) AS push_enabled,
                   COALESCE(p.email_enabled, false) AS email_enabled,
                   COALESCE(push.enabled, c.push_default) AS push,
                   COALESCE(email.enabled, c.email_default) AS email,
                   COALESCE(u.email_verified, false) AS email_verified,
                   p.snoozed_until, p.quiet_hours, u.email AS address, p.language, COALESCE(p.timezone, 'UTC') AS timezone,
                   %s AS devices
            FROM users.notification_categories c
            CROSS JOIN unnest(CAST(:users AS uuid[])) WITH ORDINALITY AS i (user_id, position)
            LEFT JOIN users.users u ON u.id = i.user_id AND u.is_active
            LEFT JOIN users.user_profiles p ON p.user_id = u.id
            LEFT JOIN users.notification_choices push
                ON push.user_id = u.id AND push.category = c.key AND push.channel = 'PUSH'
            LEFT JOIN users.notification_choices email
                ON email.user_id = u.id AND email.category = c.key AND email.channel = 'EMAIL'
            WHERE c.key = :category
            ORDER BY i.position""".formatted(PushDestinations.OF_USER);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /**
     * Returns the users in the given order. Returns an empty list if the category does not exist.
     *
     * @param withDevices whether push registrations are read
     */
    List<NotificationRecipient> read(String category, List<UUID> userIds, boolean withDevices, Instant now) {
        return jdbc.sql(SQL)
                .param("category", category)
                .param("users", userIds.stream().map(UUID::toString).toArray(String[]::new))
                .param("withDevices", withDevices)
                .param("now", timestamp(now))
                .query((row, number) -> recipient(row))
                .list();
    }

    private NotificationRecipient recipient(ResultSet row) throws SQLException {
        var timezone = row.getString("timezone");
        return new NotificationRecipient(
                ResultSets.uuid(row, "user_id"),
                row.getBoolean("known"),
                row.getBoolean("mandatory"),
                row.getBoolean("notifications_enabled"),
                row.getBoolean("push_enabled"),
                row.getBoolean("email_enabled"),
                row.getBoolean("push"),
                row.getBoolean("email"),
                row.getBoolean("email_verified"),
                ResultSets.instant(row, "snoozed_until"),
                quietHours(row.getString("quiet_hours"), timezone),
                row.getString("address"),
                row.getString("language"),
                timezone,
                PushDestinations.parse(row.getArray("devices")));
    }

    private QuietHours quietHours(@Nullable String stored, String timezone) {
        var quietHours = StoredQuietHours.parse(stored, json);
        return quietHours == null ? QuietHours.NONE : new QuietHours(quietHours.windows(), TimeZones.zone(timezone));
    }
}
