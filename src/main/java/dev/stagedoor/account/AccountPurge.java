package dev.stagedoor.account;

import dev.stagedoor.platform.job.Job;
import dev.stagedoor.platform.job.JobDefinition;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes for good what is past its grace period, each account in a transaction of its own. What another module's
 * foreign key holds is anonymised instead.
 */
@Slf4j
@Component
@JobDefinition("purge-accounts")
@RequiredArgsConstructor
class AccountPurge implements Job {

    private static final int PAGE = 500;

    private final PurgeRepository store;
    private final SecurityLog securityLog;
    private final AccountProperties properties;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Scheduled(cron = "${stagedoor.account.purge-schedule}", zone = "UTC")
    @SchedulerLock(name = "purge-accounts", lockAtLeastFor = "PT5M")
    void daily() {
        run();
    }

    /** One account's failure does not stop the rest. */
    @Override
    public boolean run() {
        var before = clock.instant().minus(properties.purgeAfter());
        var progress = new Progress(store.count(before));
        if (progress.total == 0) {
            log.info("No deleted account is past its grace period");
            return true;
        }
        UUID last = null;
        for (var page = store.page(before, null, PAGE); !page.isEmpty(); page = store.page(before, last, PAGE)) {
            purge(page, before, progress);
            last = page.get(page.size() - 1);
            log.info("{}", progress);
        }
        return progress.failed == 0;
    }

    private void purge(List<UUID> page, Instant before, Progress progress) {
        for (var userId : page) {
            try {
                purge(userId, before, progress);
            } catch (RuntimeException failure) {
                progress.failed++;
                log.error("Account {} was not purged", userId, failure);
            }
        }
    }

    private void purge(UUID userId, Instant before, Progress progress) {
        try {
            if (end(userId, before, () -> store.delete(userId))) {
                progress.deleted++;
            }
        } catch (DataIntegrityViolationException held) {
            if (end(userId, before, () -> store.anonymise(userId, clock.instant()))) {
                progress.anonymised++;
            }
        }
    }

    /** False where it was restored meanwhile, or another instance is at it. */
    private boolean end(UUID userId, Instant before, Runnable write) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var isDue = store.lock(userId, before);
            if (isDue) {
                events.publishEvent(new AccountPurged(userId, clock.instant()));
                write.run();
                securityLog.record(SecurityEvent.ACCOUNT_PURGED, userId);
            }
            return isDue;
        }));
    }

    private static final class Progress {

        private final long total;
        private long deleted;
        private long anonymised;
        private long failed;

        Progress(long total) {
            this.total = total;
        }

        @Override
        public String toString() {
            return "Purged %d of %d accounts: %d deleted, %d anonymised, %d failed"
                    .formatted(deleted + anonymised, total, deleted, anonymised, failed);
        }
    }
}
