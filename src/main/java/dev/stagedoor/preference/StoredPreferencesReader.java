package dev.stagedoor.preference;

import dev.stagedoor.platform.persistence.ResultSets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the columns of a profile {@code p} and the choices of its user. */
@Component
@RequiredArgsConstructor
class StoredPreferencesReader {

    static final String COLUMNS = """
            p.user_id, p.notifications_enabled, p.push_enabled, p.email_enabled, p.quiet_hours, p.snoozed_until, p.timezone,
            p.language, p.updated_at,
            (SELECT json_agg(json_build_object('category', c.category, 'channel', c.channel, 'enabled', c.enabled))
             FROM users.notification_choices c WHERE c.user_id = p.user_id) AS choices""";

    private static final TypeReference<List<Choice>> CHOICES = new TypeReference<>() {};

    private final JsonMapper json;

    StoredPreferences read(ResultSet row) throws SQLException {
        return new StoredPreferences(
                row.getBoolean("notifications_enabled"),
                row.getBoolean("push_enabled"),
                row.getBoolean("email_enabled"),
                choices(row.getString("choices")),
                StoredQuietHours.parse(row.getString("quiet_hours"), json),
                ResultSets.instant(row, "snoozed_until"),
                row.getString("timezone"),
                row.getString("language"),
                ResultSets.instant(row, "updated_at"));
    }

    private StoredChoices choices(@Nullable String stored) {
        List<Choice> choices = stored == null ? List.of() : json.readValue(stored, CHOICES);
        return new StoredChoices(choices.stream()
                .collect(Collectors.toUnmodifiableMap(
                        choice -> new StoredChoices.Key(choice.category(), choice.channel()), Choice::enabled)));
    }

    private record Choice(String category, NotificationChannel channel, boolean enabled) {}
}
