package dev.stagedoor.platform.persistence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Batches small calls of one kind: those that come while a statement is under way are done together by the next one; of
 * writes that is a group commit. A call that comes alone is done alone, and so is each that could not be done together with
 * others, so that it succeeds or fails by itself. Where the database itself fails, all fail with it. Every call's statement
 * begins after the call came, so a read sees all that was committed before it was asked for.
 *
 * @param <C> a call
 * @param <R> its result
 */
@Slf4j
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Batcher<C, R> {

    private static final int MOST = 64;

    /** A statement that takes longer may wait for a lock: another one is begun beside it. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final Function<C, R> alone;
    private final Function<List<C>, List<Optional<R>>> together;

    private final Queue<Waiting<C, R>> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore lanes;

    /** For a statement beside one that is held up. */
    private final Semaphore spare;

    /** Zero where there is no spare lane to wait for. */
    private final Duration patience;

    /**
     * Of reads: two statements are under way, so that the database works while the rows of the other one are read.
     *
     * @param alone    does a call
     * @param together does calls in one statement; a result for each, in their order, empty where it was not done
     */
    public Batcher(Function<C, R> alone, Function<List<C>, List<Optional<R>>> together) {
        this(alone, together, new Semaphore(2), new Semaphore(0), Duration.ZERO);
    }

    /** Of writes: a statement at a time, which is the larger for it, as it is the statements and the commits that cost. */
    public static <C, R> Batcher<C, R> ofWrites(Function<C, R> alone, Function<List<C>, List<Optional<R>>> together) {
        return ofWrites(alone, together, PATIENCE);
    }

    static <C, R> Batcher<C, R> ofWrites(
            Function<C, R> alone, Function<List<C>, List<Optional<R>>> together, Duration patience) {
        return new Batcher<>(alone, together, new Semaphore(1), new Semaphore(1), patience);
    }

    /** What belongs to a transaction is done in it. */
    public R call(C call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return alone.apply(call);
        }
        var waiting = new Waiting<C, R>(call);
        queue.add(waiting);
        giveTheLead(lanes);
        if (waiting.turn.join() == Turn.LEAD) {
            return lead(waiting);
        }
        return result(waiting);
    }

    /** How many wait for a lane. */
    int waiting() {
        return queue.size();
    }

    /** As long as a statement is held up, sees to it that somebody who waits goes beside it. */
    private void watch(CompletableFuture<Void> end) {
        end.copy()
                .completeOnTimeout(null, patience.toNanos(), TimeUnit.NANOSECONDS)
                .thenRun(() -> {
                    if (!end.isDone()) {
                        giveTheLead(spare);
                        watch(end);
                    }
                });
    }

    /** To who waits longest, where the lane is free. */
    private void giveTheLead(Semaphore lane) {
        while (!queue.isEmpty() && lane.tryAcquire()) {
            var first = queue.poll();
            if (first != null) {
                first.lane = lane;
                first.turn.complete(Turn.LEAD);
                return;
            }
            lane.release();
        }
    }

    private R lead(Waiting<C, R> own) {
        var group = group(own);
        var end = new CompletableFuture<Void>();
        if (!patience.isZero()) {
            watch(end);
        }
        try {
            if (group.size() == 1) {
                return alone.apply(own.call);
            }
            doTogether(group);
        } finally {
            end.complete(null);
            own.lane.release();
            giveTheLead(lanes);
            group.forEach(waiting -> waiting.turn.complete(Turn.DONE));
        }
        return result(own);
    }

    private R result(Waiting<C, R> own) {
        if (own.failure != null) {
            throw own.failure;
        }
        return own.result.orElseGet(() -> alone.apply(own.call));
    }

    private List<Waiting<C, R>> group(Waiting<C, R> first) {
        var group = new ArrayList<>(List.of(first));
        while (group.size() < MOST && queue.peek() != null) {
            Optional.ofNullable(queue.poll()).ifPresent(group::add);
        }
        return group;
    }

    private void doTogether(List<Waiting<C, R>> group) {
        try {
            var results = together.apply(group.stream().map(Waiting::call).toList());
            for (var place = 0; place < results.size(); place++) {
                group.get(place).result = results.get(place);
            }
        } catch (DataIntegrityViolationException | ConcurrencyFailureException ofOne) {
            log.debug("{} calls could not be done together", group.size(), ofOne);
        } catch (RuntimeException ofAll) {
            group.forEach(waiting -> waiting.failure = ofAll);
        }
    }

    private enum Turn {
        LEAD,
        DONE
    }

    private static final class Waiting<C, R> {

        private final C call;
        private final CompletableFuture<Turn> turn = new CompletableFuture<>();
        private Semaphore lane;
        private Optional<R> result = Optional.empty();
        private RuntimeException failure;

        Waiting(C call) {
            this.call = call;
        }

        C call() {
            return call;
        }
    }
}
