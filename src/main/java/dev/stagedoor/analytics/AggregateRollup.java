package dev.stagedoor.analytics;

import dev.stagedoor.catalog.ActivitiesLeaving;
import dev.stagedoor.catalog.ActivitiesMoved;
import dev.stagedoor.platform.job.ConditionalOnServing;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Adds pending changes to the aggregates in the background, on one instance at a time. Reads are always exact: a change
 * is either pending or in the aggregates. Also updates the aggregates of companies when activities move or are deleted.
 */
@Component
@ConditionalOnServing
@RequiredArgsConstructor
class AggregateRollup {

    private static final int BATCH = 20_000;

    private final AggregateRepository aggregates;
    private final TransactionOperations transaction;

    @Scheduled(
            fixedDelayString = "${stagedoor.favorites.fold-every}",
            initialDelayString = "${stagedoor.favorites.fold-every}")
    void rollUp() {
        while (Boolean.TRUE.equals(transaction.execute(status -> rollUpBatch()))) {
            // Continue while batches are full.
        }
    }

    /** Returns whether more changes may be pending. */
    private boolean rollUpBatch() {
        if (!aggregates.tryLock()) {
            return false;
        }
        return aggregates
                .lastPendingChange(BATCH)
                .map(last -> aggregates.addPendingChanges(aggregates.lockActivities(last), last) >= BATCH)
                .orElse(false);
    }

    /** Locks the aggregates until the activities are deleted, so that a rollup cannot add to them in between. */
    @EventListener
    void on(ActivitiesLeaving event) {
        aggregates.lock();
        aggregates.subtractFromCompanies(event.ids());
    }

    @EventListener
    void on(ActivitiesMoved event) {
        aggregates.addToCompanies(event.ids());
    }
}
