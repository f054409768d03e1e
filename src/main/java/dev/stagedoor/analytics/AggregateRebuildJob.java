package dev.stagedoor.analytics;

import dev.stagedoor.platform.job.Job;
import dev.stagedoor.platform.job.JobDefinition;
import dev.stagedoor.platform.job.ProgressBar;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Recomputes the aggregates from the favorites, after manual changes in the database, and logs the differences. The service
 * can run at the same time: each batch of companies is replaced in one transaction.
 */
@Slf4j
@Component
@JobDefinition("rebuild-favorite-stats")
@RequiredArgsConstructor
class AggregateRebuildJob implements Job {

    private static final int BATCH = 20;

    private final AggregateRepository aggregates;
    private final AggregateRebuildRepository rebuild;
    private final ProgressBar progress;
    private final TransactionOperations transaction;

    @Override
    public boolean run() {
        var companies = rebuild.companies();
        var different = 0;
        for (var start = 0; start < companies.size(); start += BATCH) {
            var end = Math.min(start + BATCH, companies.size());
            var batch = companies.subList(start, end);
            different += transaction.execute(status -> rebuild(batch));
            progress.print(end, companies.size());
        }
        log.info("Recomputed the aggregates of {} companies, {} activities differed", companies.size(), different);
        return true;
    }

    /**
     * Returns the number of activities that differed. Adds the pending changes first, so that they are not reported as
     * differences.
     */
    private int rebuild(List<UUID> companies) {
        aggregates.lock();
        var activities = rebuild.lockActivities(companies);
        aggregates.addPendingChanges(activities, Long.MAX_VALUE);
        var differences = rebuild.replace(activities);
        differences.forEach(difference -> log.info(
                "Activity {}: stored {} added and {} removed, counted {} and {}",
                difference.activityId(),
                difference.storedAdded(),
                difference.storedRemoved(),
                difference.countedAdded(),
                difference.countedRemoved()));
        rebuild.correct(companies).forEach(company -> log.info("Company {}: the aggregates differed", company));
        return differences.size();
    }
}
