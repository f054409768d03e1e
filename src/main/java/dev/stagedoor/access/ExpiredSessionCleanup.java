package dev.stagedoor.access;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.job.BatchedDeletion;
import dev.stagedoor.platform.job.ConditionalOnServing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes sessions that ended or expired before the retention period. Until then, they are part of the user's export and
 * available for security investigations.
 */
@Component
@ConditionalOnServing
@RequiredArgsConstructor
class ExpiredSessionCleanup {

    private final JdbcClient jdbc;
    private final CleanupProperties properties;
    private final Clock clock;

    @Scheduled(cron = "${stagedoor.sweep-schedule}", zone = "UTC")
    @SchedulerLock(name = "sweep-sessions", lockAtLeastFor = "PT5M")
    void daily() {
        deleteExpired();
    }

    void deleteExpired() {
        var before = clock.instant().minus(properties.sessionsAfter());
        BatchedDeletion.run("ended sessions", new UUID(0, 0), last -> deleteExpired(last, before));
    }

    private List<UUID> deleteExpired(UUID last, Instant before) {
        return jdbc.sql("""
                WITH ended AS (
                    SELECT id FROM access.sessions WHERE id > :last AND LEAST(ended_at, expires_at) < :before
                    ORDER BY id LIMIT :batch FOR UPDATE SKIP LOCKED),
                deleted AS (DELETE FROM access.sessions s USING ended WHERE s.id = ended.id RETURNING s.id)
                SELECT id FROM deleted ORDER BY id""")
                .param("last", last)
                .param("before", timestamp(before))
                .param("batch", BatchedDeletion.BATCH)
                .query(UUID.class)
                .list();
    }
}
