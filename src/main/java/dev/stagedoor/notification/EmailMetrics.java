package dev.stagedoor.notification;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.observability.GaugeSource;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many mails wait to be sent, and for how long the one that waits longest. */
@Component
@RequiredArgsConstructor
class EmailMetrics implements GaugeSource {

    private final JdbcClient jdbc;
    private final Clock clock;

    @Override
    public List<Count> read() {
        return jdbc.sql("""
                SELECT count(*) AS waiting,
                       COALESCE(EXTRACT(EPOCH FROM :now - min(created_at)), 0) AS longest
                FROM platform.mails WHERE next_attempt_at IS NOT NULL""")
                .param("now", timestamp(clock.instant()))
                .query((row, number) -> List.of(
                        new Count("stagedoor.mails.waiting", row.getLong("waiting")),
                        new Count("stagedoor.mails.waiting.longest.seconds", Math.max(0, row.getLong("longest")))))
                .single();
    }
}
