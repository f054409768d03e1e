package dev.stagedoor.analytics;

import dev.stagedoor.platform.job.ConditionalOnServing;
import java.util.Collections;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Adds pending changes to the aggregates in the background. One instance at a time does it. Readers are always exact: they
 * see a change either as pending or in the aggregates.
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
        var lastIds = aggregates.pendingChanges(BATCH);
        if (lastIds.isEmpty()) {
            return false;
        }
        var changes = aggregates.deletePendingChanges(
                aggregates.lockActivities(List.copyOf(lastIds.keySet())), Collections.max(lastIds.values()));
        if (!changes.isEmpty()) {
            aggregates.add(changes);
        }
        return changes.stream()
                        .mapToLong(change -> change.added() + change.removed())
                        .sum()
                >= BATCH;
    }
}
