package dev.stagedoor.notification;

import dev.stagedoor.platform.job.BatchedDeletion;
import dev.stagedoor.platform.job.ConditionalOnServing;
import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes emails some time after they were sent or given up. Pending emails are never deleted. */
@Component
@ConditionalOnServing
@RequiredArgsConstructor
class OldEmailCleanup {

    private final EmailRepository emails;
    private final EmailProperties properties;
    private final Clock clock;

    @Scheduled(cron = "${stagedoor.sweep-schedule}", zone = "UTC")
    @SchedulerLock(name = "sweep-mails", lockAtLeastFor = "PT5M")
    void runDaily() {
        run();
    }

    void run() {
        var before = clock.instant().minus(properties.sweepAfter());
        BatchedDeletion.run(
                "mails", new UUID(0, 0), last -> emails.deleteFinished(last, before, BatchedDeletion.BATCH));
    }
}
