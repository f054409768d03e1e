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
 * Creates missing profiles. Each batch is one statement. If it fails, its users are processed one by one, so that one
 * failure does not stop the others.
 */
@Slf4j
@Component
@JobDefinition("backfill-profiles")
@RequiredArgsConstructor
class ProfileBackfill implements Job {

    private static final int BATCH = 500;

    private final UserProfileRepository profiles;
    private final Clock clock;

    @Override
    public boolean run() {
        var progress = new Progress(profiles.countUsersWithoutProfile());
        if (progress.total == 0) {
            log.info("All users already have profiles!");
            return true;
        }
        UUID last = null;
        for (var page = profiles.findUsersWithoutProfile(null, BATCH);
                !page.isEmpty();
                page = profiles.findUsersWithoutProfile(last, BATCH)) {
            createAll(page, progress);
            last = page.get(page.size() - 1);
            log.info("{}", progress);
        }
        log.info("Created {} profiles, {} failed", progress.created, progress.failed);
        return progress.failed == 0;
    }

    private void createAll(List<UUID> page, Progress progress) {
        try {
            progress.created += create(page);
        } catch (DataAccessException failure) {
            page.forEach(userId -> createOne(userId, progress));
        }
    }

    private void createOne(UUID userId, Progress progress) {
        try {
            progress.created += create(List.of(userId));
        } catch (DataAccessException failure) {
            progress.failed++;
            log.error("Cannot create the profile of user {}: {}", userId, FailureMessage.sentence(failure));
        }
    }

    private int create(List<UUID> userIds) {
        var now = clock.instant();
        return profiles.insertIfMissing(userIds.stream()
                .map(userId -> UserProfile.createDefault(userId, now))
                .toList());
    }

    private static final class Progress {

        private final long total;
        private long created;
        private long failed;

        Progress(long total) {
            this.total = total;
        }

        @Override
        public String toString() {
            return "Created %s of %s profiles, %s failed".formatted(created, total, failed);
        }
    }
}
