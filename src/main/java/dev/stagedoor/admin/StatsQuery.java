package dev.stagedoor.admin;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.account.Role;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts accounts, favorites and activities in one statement, that is in one snapshot. */
@Repository
@RequiredArgsConstructor
class StatsQuery {

    private final JdbcClient jdbc;

    StatsDto read(Instant signupsSince) {
        return jdbc.sql("""
                SELECT count(*) AS users, count(*) FILTER (WHERE is_active) AS active,
                       count(*) FILTER (WHERE role = 'PARTICIPANT') AS participants,
                       count(*) FILTER (WHERE role = 'ADMIN') AS admins,
                       count(*) FILTER (WHERE created_at > :since) AS signups,
                       (SELECT count(*) FROM activities.user_activity_favorites) AS favorites,
                       (SELECT count(*) FROM activities.activities) AS activities
                FROM users.users""")
                .param("since", timestamp(signupsSince))
                .query((row, number) -> new StatsDto(
                        row.getLong("users"),
                        row.getLong("active"),
                        new EnumMap<>(Map.of(
                                Role.PARTICIPANT, row.getLong("participants"), Role.ADMIN, row.getLong("admins"))),
                        row.getLong("signups"),
                        row.getLong("favorites"),
                        row.getLong("activities")))
                .single();
    }
}
