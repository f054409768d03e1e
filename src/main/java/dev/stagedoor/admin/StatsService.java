package dev.stagedoor.admin;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.account.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Computes the platform statistics in one statement. */
@Service
@RequiredArgsConstructor
public class StatsService {

    private static final Duration DAY = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    public StatsDto read() {
        return jdbc.sql("""
                SELECT count(*) AS users, count(*) FILTER (WHERE is_active) AS active,
                       count(*) FILTER (WHERE role = 'PARTICIPANT') AS participants,
                       count(*) FILTER (WHERE role = 'ADMIN') AS admins,
                       count(*) FILTER (WHERE created_at > :yesterday) AS signups,
                       (SELECT count(*) FROM activities.user_activity_favorites) AS favorites,
                       (SELECT count(*) FROM activities.activities) AS activities
                FROM users.users""")
                .param("yesterday", timestamp(clock.instant().minus(DAY)))
                .query(StatsService::stats)
                .single();
    }

    private static StatsDto stats(ResultSet row, int number) throws SQLException {
        var roles =
                new TreeMap<>(Map.of(Role.PARTICIPANT, row.getLong("participants"), Role.ADMIN, row.getLong("admins")));
        return new StatsDto(
                row.getLong("users"),
                row.getLong("active"),
                roles,
                row.getLong("signups"),
                row.getLong("favorites"),
                row.getLong("activities"));
    }
}
