package dev.stagedoor.profile;

import dev.stagedoor.platform.observability.GaugeSource;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The number of accounts without a profile. */
@Component
@RequiredArgsConstructor
class ProfileMetrics implements GaugeSource {

    private final JdbcClient jdbc;

    @Override
    public List<Count> read() {
        var without = jdbc.sql("""
                SELECT count(*) FROM users.users u
                WHERE NOT EXISTS (SELECT FROM users.user_profiles p WHERE p.user_id = u.id)""").query(Long.class).single();
        return List.of(new Count("stagedoor.users.without.profile", without));
    }
}
