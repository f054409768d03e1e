package dev.stagedoor.account;

import dev.stagedoor.account.AccountEvent.AccountPurged;
import dev.stagedoor.platform.job.Job;
import dev.stagedoor.platform.job.JobDefinition;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Permanently deletes accounts after their grace period, each in its own transaction. Accounts that other packages' foreign
 * keys reference are anonymized instead.
 */
@Slf4j
@Component
@JobDefinition("purge-accounts")
@RequiredArgsConstructor
class AccountPurge implements Job {

    private static final Limit PAGE = Limit.of(500);

    private final UserRepository users;
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

    /** Continues with the remaining accounts if one fails. */
    @Override
    public boolean run() {
        var before = clock.instant().minus(properties.purgeAfter());
        var progress = new Progress(users.countDue(before));
        if (progress.total == 0) {
            log.info("No accounts to purge");
            return true;
        }
        var last = new UUID(0, 0);
        for (var page = users.findDue(before, last, PAGE); !page.isEmpty(); page = users.findDue(before, last, PAGE)) {
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
                log.error("Cannot purge account {}", userId, failure);
            }
        }
    }

    private void purge(UUID userId, Instant before, Progress progress) {
        try {
            if (purge(userId, before, users::delete)) {
                progress.deleted++;
            }
        } catch (DataIntegrityViolationException referenced) {
            if (purge(userId, before, user -> user.anonymize(clock.instant()))) {
                progress.anonymized++;
            }
        }
    }

    /** Returns false if the account was restored in the meantime or another instance has locked it. */
    private boolean purge(UUID userId, Instant before, Consumer<User> change) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var due = users.lockDue(userId, before);
            due.ifPresent(user -> {
                events.publishEvent(new AccountPurged(userId, clock.instant()));
                change.accept(user);
                users.flush();
                securityLog.record(SecurityEvent.ACCOUNT_PURGED, userId);
            });
            return due.isPresent();
        }));
    }

    private static final class Progress {

        private final long total;
        private long deleted;
        private long anonymized;
        private long failed;

        Progress(long total) {
            this.total = total;
        }

        @Override
        public String toString() {
            return "Purged %s of %s accounts: %s deleted, %s anonymized, %s failed"
                    .formatted(deleted + anonymized, total, deleted, anonymized, failed);
        }
    }
}
