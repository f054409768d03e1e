package dev.stagedoor.analytics;

import dev.stagedoor.platform.job.Job;
import dev.stagedoor.platform.job.JobDefinition;
import dev.stagedoor.platform.job.ProgressBar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts the figures anew from the rows, after an operator's own SQL, and says what differed. The service goes on
 * meanwhile: some activities at a time are replaced, and readers see them as they were or as they are.
 */
@Slf4j
@Component
@JobDefinition("rebuild-favorite-stats")
@RequiredArgsConstructor
class AggregateRebuildJob implements Job {

    private static final int BATCH = 200;
    private static final int COMPANIES = 20;

    private final AggregateRepository figures;
    private final AggregateRebuildRepository rows;
    private final ProgressBar progress;
    private final TransactionOperations transaction;

    @Override
    public boolean run() {
        var all = rows.activities();
        var done = 0;
        var different = 0;
        UUID last = null;
        for (var page = rows.activities(null, BATCH); !page.isEmpty(); page = rows.activities(last, BATCH)) {
            var batch = page;
            different += transaction.execute(status -> recount(batch));
            done += batch.size();
            last = batch.get(batch.size() - 1);
            progress.print(done, all);
        }
        log.info("The figures of {} activities are counted from the rows; {} differed", done, different);
        sumUp();
        return true;
    }

    /** The companies' days are the sums over their activities', which are right by now. */
    private void sumUp() {
        var done = 0;
        UUID last = null;
        for (var page = rows.companies(null, COMPANIES); !page.isEmpty(); page = rows.companies(last, COMPANIES)) {
            var batch = page;
            transaction
                    .execute(status -> {
                        figures.awaitTurn();
                        return rows.mend(batch);
                    })
                    .forEach(company -> log.info("Company {}: its days were not the sum over its activities", company));
            done += batch.size();
            last = batch.get(batch.size() - 1);
        }
        log.info("The figures of {} companies are summed up", done);
    }

    /** How many of the activities differed. */
    private int recount(List<UUID> page) {
        figures.awaitTurn();
        var activities = figures.hold(page);
        var known = rows.known(activities);
        var counted = rows.count(activities);
        figures.part(activities);
        rows.clear(activities);
        if (!counted.isEmpty()) {
            rows.write(counted);
            figures.join(activities);
        }
        return tell(known, sums(counted));
    }

    private static int tell(List<CountDelta> known, Map<UUID, CountDelta> counted) {
        var different = 0;
        for (var before : known) {
            var now = counted.getOrDefault(before.activityId(), new CountDelta(before.activityId(), null, 0, 0));
            if (!now.equals(before)) {
                different++;
                log.info(
                        "Activity {}: {} added and {} removed were kept, {} and {} are counted",
                        before.activityId(),
                        before.added(),
                        before.removed(),
                        now.added(),
                        now.removed());
            }
        }
        return different;
    }

    private static Map<UUID, CountDelta> sums(List<CountDelta> changes) {
        var sums = new HashMap<UUID, CountDelta>();
        changes.forEach(change -> sums.merge(
                change.activityId(),
                new CountDelta(change.activityId(), null, change.added(), change.removed()),
                (one, other) -> new CountDelta(
                        one.activityId(), null, one.added() + other.added(), one.removed() + other.removed())));
        return sums;
    }
}
