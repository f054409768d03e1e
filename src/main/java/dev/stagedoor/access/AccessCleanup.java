package dev.stagedoor.access;

import dev.stagedoor.platform.job.BatchedDeletion;
import dev.stagedoor.platform.job.ConditionalOnServing;
import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes ended sessions and expired one-time tokens after their retention period. Until then, ended sessions are part of
 * the user's export and available for security investigations.
 */
@Component
@ConditionalOnServing
@RequiredArgsConstructor
class AccessCleanup {

    private final SessionRepository sessions;
    private final OneTimeTokenRepository tokens;
    private final CleanupProperties properties;
    private final Clock clock;

    @Scheduled(cron = "${stagedoor.sweep-schedule}", zone = "UTC")
    @SchedulerLock(name = "sweep-access", lockAtLeastFor = "PT5M")
    void daily() {
        deleteEndedSessions();
        deleteExpiredTokens();
    }

    void deleteEndedSessions() {
        var before = clock.instant().minus(properties.sessionsAfter());
        BatchedDeletion.run(
                "ended sessions", new UUID(0, 0), last -> sessions.deleteEnded(last, before, BatchedDeletion.BATCH));
    }

    void deleteExpiredTokens() {
        var before = clock.instant().minus(properties.tokensAfter());
        BatchedDeletion.run(
                "expired one-time tokens",
                new byte[0],
                last -> tokens.deleteExpired(last, before, BatchedDeletion.BATCH));
    }
}
