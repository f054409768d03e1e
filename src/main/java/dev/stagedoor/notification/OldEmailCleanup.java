package dev.stagedoor.notification;

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

/** Deletes mails that were sent, or given up, long ago. What still waits stays, however long that takes. */
@Component
@ConditionalOnServing
@RequiredArgsConstructor
class OldEmailCleanup {

    private final JdbcClient jdbc;
    private final EmailProperties properties;
    private final Clock clock;

    @Scheduled(cron = "${stagedoor.sweep-schedule}", zone = "UTC")
    @SchedulerLock(name = "sweep-mails", lockAtLeastFor = "PT5M")
    void daily() {
        sweep();
    }

    void sweep() {
        var before = clock.instant().minus(properties.sweepAfter());
        BatchedDeletion.run("mails", new UUID(0, 0), last -> sweep(last, before));
    }

    /** When a mail was given up is not kept; it was some days after it was written at the latest. */
    private List<UUID> sweep(UUID last, Instant before) {
        return jdbc.sql("""
                WITH old AS (
                    SELECT id FROM platform.mails
                    WHERE id > :last AND next_attempt_at IS NULL AND COALESCE(sent_at, created_at) < :before
                    ORDER BY id LIMIT :batch FOR UPDATE SKIP LOCKED),
                swept AS (DELETE FROM platform.mails m USING old WHERE m.id = old.id RETURNING m.id)
                SELECT id FROM swept ORDER BY id""")
                .param("last", last)
                .param("before", timestamp(before))
                .param("batch", BatchedDeletion.BATCH)
                .query(UUID.class)
                .list();
    }
}
