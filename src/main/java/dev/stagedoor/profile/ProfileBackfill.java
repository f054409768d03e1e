package dev.stagedoor.profile;

import dev.stagedoor.platform.job.FailureMessage;
import dev.stagedoor.platform.job.Job;
import dev.stagedoor.platform.job.JobDefinition;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Makes the profiles of those whom another system made without one. Each batch is one statement, and so a transaction
 * of its own; where that fails, each of its users is.
 */
@Slf4j
@Component
@JobDefinition("backfill-profiles")
@RequiredArgsConstructor
class ProfileBackfill implements Job {

    private static final int BATCH = 500;

    private final UserProfileStatements store;
    private final Clock clock;

    /** One user's failure does not stop the rest. */
    @Override
    public boolean run() {
        var progress = new Progress(store.countMissing());
        if (progress.total == 0) {
            log.info("All users already have profiles!");
            return true;
        }
        UUID last = null;
        for (var page = store.missing(null, BATCH); !page.isEmpty(); page = store.missing(last, BATCH)) {
            make(page, progress);
            last = page.get(page.size() - 1);
            log.info("{}", progress);
        }
        log.info("{} users got a profile, {} did not", progress.made, progress.failed);
        return progress.failed == 0;
    }

    private void make(List<UUID> page, Progress progress) {
        try {
            progress.made += store.make(page, null, null, null, clock.instant());
        } catch (DataAccessException failure) {
            page.forEach(userId -> make(userId, progress));
        }
    }

    private void make(UUID userId, Progress progress) {
        try {
            progress.made += store.make(List.of(userId), null, null, null, clock.instant());
        } catch (DataAccessException failure) {
            progress.failed++;
            log.error("User {} has no profile yet: {}", userId, FailureMessage.sentence(failure));
        }
    }

    private static final class Progress {

        private final long total;
        private long made;
        private long failed;

        Progress(long total) {
            this.total = total;
        }

        @Override
        public String toString() {
            return "Made %d of %d profiles, %d failed".formatted(made, total, failed);
        }
    }
}
