package dev.stagedoor.account;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.observability.GaugeSource;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Account metrics. */
@Component
@RequiredArgsConstructor
class AccountMetrics implements GaugeSource {

    private static final Duration DAY = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    @Override
    public List<Count> read() {
        return jdbc.sql("""
                SELECT count(*) AS users, count(*) FILTER (WHERE is_active) AS active,
                       count(*) FILTER (WHERE role = 'PARTICIPANT') AS participants,
                       count(*) FILTER (WHERE role = 'ADMIN') AS admins,
                       count(*) FILTER (WHERE created_at > :yesterday) AS signups
                FROM users.users""")
                .param("yesterday", timestamp(clock.instant().minus(DAY)))
                .query(AccountMetrics::counts)
                .single();
    }

    private static List<Count> counts(ResultSet row, int number) throws SQLException {
        return List.of(
                new Count("stagedoor.users", row.getLong("users")),
                new Count("stagedoor.users.active", row.getLong("active")),
                byRole(Role.PARTICIPANT, row.getLong("participants")),
                byRole(Role.ADMIN, row.getLong("admins")),
                new Count("stagedoor.signups.24h", row.getLong("signups")));
    }

    private static Count byRole(Role role, long users) {
        return new Count("stagedoor.users.by.role", Tags.of("role", role.name()), users);
    }
}
