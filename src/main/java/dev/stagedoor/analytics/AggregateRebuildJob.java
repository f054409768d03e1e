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
 * can run at the same time: each batch of activities is replaced in one transaction.
 */
@Slf4j
@Component
@JobDefinition("rebuild-favorite-stats")
@RequiredArgsConstructor
class AggregateRebuildJob implements Job {

    private static final int BATCH = 200;
    private static final int COMPANIES = 20;
    private static final UUID START = new UUID(0, 0);

    private final AggregateRepository aggregates;
    private final AggregateRebuildRepository rebuild;
    private final ProgressBar progress;
    private final TransactionOperations transaction;

    @Override
    public boolean run() {
        var all = rebuild.activities();
        var done = 0;
        var different = 0;
        var last = START;
        for (var page = rebuild.activities(last, BATCH); !page.isEmpty(); page = rebuild.activities(last, BATCH)) {
            var batch = page;
            different += transaction.execute(status -> rebuild(batch));
            done += batch.size();
            last = batch.get(batch.size() - 1);
            progress.print(done, all);
        }
        log.info("Recomputed the aggregates of {} activities, {} differed", done, different);
        rebuildCompanies();
        return true;
    }

    /** Runs after the activities, whose aggregates are the input. */
    private void rebuildCompanies() {
        var done = 0;
        var last = START;
        for (var page = rebuild.companies(last, COMPANIES);
                !page.isEmpty();
                page = rebuild.companies(last, COMPANIES)) {
            var batch = page;
            transaction
                    .execute(status -> {
                        aggregates.lock();
                        return rebuild.correct(batch);
                    })
                    .forEach(company -> log.info("Company {}: the aggregates differed", company));
            done += batch.size();
            last = batch.get(batch.size() - 1);
        }
        log.info("Recomputed the aggregates of {} companies", done);
    }

    /** Returns the number of activities that differed. */
    private int rebuild(List<UUID> page) {
        aggregates.lock();
        var activities = aggregates.lockActivities(page);
        aggregates.subtractFromCompanies(activities);
        var differences = rebuild.replace(activities);
        aggregates.addToCompanies(activities);
        differences.forEach(difference -> log.info(
                "Activity {}: stored {} added and {} removed, counted {} and {}",
                difference.activityId(),
                difference.storedAdded(),
                difference.storedRemoved(),
                difference.countedAdded(),
                difference.countedRemoved()));
        return differences.size();
    }
}
