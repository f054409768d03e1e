package dev.stagedoor.analytics;

import dev.stagedoor.platform.job.ConditionalOnServing;
import java.util.Collections;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Folds the changes that wait into the days they belong to, in the background and one instance at a time. What is read
 * meanwhile is right: a reader sees a change either waiting or folded.
 */
@Component
@ConditionalOnServing
@RequiredArgsConstructor
class AggregateRollup {

    private static final int BATCH = 20_000;

    private final AggregateRepository figures;
    private final TransactionOperations transaction;

    @Scheduled(
            fixedDelayString = "${stagedoor.favorites.fold-every}",
            initialDelayString = "${stagedoor.favorites.fold-every}")
    void fold() {
        while (Boolean.TRUE.equals(transaction.execute(status -> foldBatch()))) {
            // As long as there is a full batch.
        }
    }

    /** Whether there may be more. */
    private boolean foldBatch() {
        if (!figures.tryTurn()) {
            return false;
        }
        var waiting = figures.waiting(BATCH);
        if (waiting.isEmpty()) {
            return false;
        }
        var changes = figures.take(figures.hold(List.copyOf(waiting.keySet())), Collections.max(waiting.values()));
        if (!changes.isEmpty()) {
            figures.fold(changes);
        }
        return changes.stream()
                        .mapToLong(change -> change.added() + change.removed())
                        .sum()
                >= BATCH;
    }
}
