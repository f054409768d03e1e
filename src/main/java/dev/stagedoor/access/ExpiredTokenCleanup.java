package dev.stagedoor.access;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.platform.job.BatchedDeletion;
import dev.stagedoor.platform.job.ConditionalOnServing;
import dev.stagedoor.platform.persistence.ResultSets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes expired one-time tokens. Redeemed tokens are deleted immediately. */
@Component
@ConditionalOnServing
@RequiredArgsConstructor
class ExpiredTokenCleanup {

    private final JdbcClient jdbc;
    private final CleanupProperties properties;
    private final Clock clock;

    @Scheduled(cron = "${stagedoor.sweep-schedule}", zone = "UTC")
    @SchedulerLock(name = "sweep-one-time-tokens", lockAtLeastFor = "PT5M")
    void daily() {
        deleteExpired();
    }

    void deleteExpired() {
        var before = clock.instant().minus(properties.tokensAfter());
        BatchedDeletion.run(
                "expired one-time tokens", new Key(new UUID(0, 0), ""), last -> deleteExpired(last, before));
    }

    private List<Key> deleteExpired(Key last, Instant before) {
        return jdbc.sql("""
                WITH expired AS (
                    SELECT user_id, purpose FROM access.one_time_tokens
                    WHERE (user_id, purpose) > (:user, :purpose) AND expires_at < :before
                    ORDER BY user_id, purpose LIMIT :batch FOR UPDATE SKIP LOCKED),
                deleted AS (
                    DELETE FROM access.one_time_tokens t USING expired
                    WHERE t.user_id = expired.user_id AND t.purpose = expired.purpose
                    RETURNING t.user_id, t.purpose)
                SELECT user_id, purpose FROM deleted ORDER BY user_id, purpose""")
                .param("user", last.userId())
                .param("purpose", last.purpose())
                .param("before", timestamp(before))
                .param("batch", BatchedDeletion.BATCH)
                .query((row, number) -> new Key(ResultSets.uuid(row, "user_id"), row.getString("purpose")))
                .list();
    }

    private record Key(UUID userId, String purpose) {}
}
