package dev.stagedoor.platform.persistence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Combines concurrent calls into one statement (group commit). Calls that arrive while a statement runs are queued, and the
 * next statement executes up to 64 of them.
 *
 * <p>If a batch violates a constraint, its calls run one by one, so that one invalid call cannot fail the others. Any other
 * failure applies to all calls of the batch. A statement starts after all of its calls have arrived, so it sees everything
 * that was committed before them.
 *
 * @param <C> the type of a call
 * @param <R> the type of its result
 */
@Slf4j
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Batcher<C, R> {

    private static final int MAX_BATCH_SIZE = 64;

    /** A write that takes longer probably waits for a lock. Another statement then starts concurrently. */
    private static final Duration MAX_STATEMENT_TIME = Duration.ofMillis(20);

    private final Function<List<C>, List<R>> statement;
    private final Queue<PendingCall<C, R>> pending = new ConcurrentLinkedQueue<>();
    private final Semaphore permits;

    /** Permits for statements that run while another one exceeds the maximum time. */
    private final Semaphore extraPermits;

    /** Zero if no extra permit exists. */
    private final Duration maxStatementTime;

    /**
     * Creates a batcher for reads. Two statements run at a time, so that the database works while the service processes the
     * rows of the other statement.
     *
     * @param statement executes the calls and returns one result per call, in the same order
     */
    public static <C, R> Batcher<C, R> ofReads(Function<List<C>, List<R>> statement) {
        return new Batcher<>(statement, new Semaphore(2), new Semaphore(0), Duration.ZERO);
    }

    /**
     * Creates a batcher for writes. One statement runs at a time, because statements and commits cost more than rows.
     *
     * @param statement executes the calls and returns one result per call, in the same order
     */
    public static <C, R> Batcher<C, R> ofWrites(Function<List<C>, List<R>> statement) {
        return ofWrites(statement, MAX_STATEMENT_TIME);
    }

    static <C, R> Batcher<C, R> ofWrites(Function<List<C>, List<R>> statement, Duration maxStatementTime) {
        return new Batcher<>(statement, new Semaphore(1), new Semaphore(1), maxStatementTime);
    }

    /** Executes the call and returns its result. Inside a transaction, the call runs alone and in that transaction. */
    public R call(C call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return executeAlone(call);
        }
        var own = new PendingCall<C, R>(call);
        pending.add(own);
        startNextBatch(permits);
        if (own.role.join() == Role.LEADER) {
            lead(own);
        }
        return result(own);
    }

    /** The number of pending calls. */
    int pendingCalls() {
        return pending.size();
    }

    /** Lets the oldest pending call start the next batch, if a permit is free. */
    private void startNextBatch(Semaphore permit) {
        while (!pending.isEmpty() && permit.tryAcquire()) {
            var leader = pending.poll();
            if (leader != null) {
                leader.permit = permit;
                leader.role.complete(Role.LEADER);
                return;
            }
            permit.release();
        }
    }

    private void lead(PendingCall<C, R> leader) {
        var batch = takeBatch(leader);
        var end = new CompletableFuture<Void>();
        try {
            startAnotherBatchIfSlow(end);
            executeBatch(batch);
        } finally {
            end.complete(null);
            Objects.requireNonNull(leader.permit).release();
            startNextBatch(permits);
            batch.forEach(call -> call.role.complete(Role.MEMBER));
        }
    }

    /** Checks periodically until the statement ends. */
    private void startAnotherBatchIfSlow(CompletableFuture<Void> end) {
        if (maxStatementTime.isZero()) {
            return;
        }
        end.copy()
                .completeOnTimeout(null, maxStatementTime.toNanos(), TimeUnit.NANOSECONDS)
                .thenRun(() -> {
                    if (!end.isDone()) {
                        startNextBatch(extraPermits);
                        startAnotherBatchIfSlow(end);
                    }
                });
    }

    private List<PendingCall<C, R>> takeBatch(PendingCall<C, R> leader) {
        var batch = new ArrayList<>(List.of(leader));
        while (batch.size() < MAX_BATCH_SIZE && pending.peek() != null) {
            Optional.ofNullable(pending.poll()).ifPresent(batch::add);
        }
        return batch;
    }

    private void executeBatch(List<PendingCall<C, R>> batch) {
        try {
            var results = statement.apply(batch.stream().map(PendingCall::call).toList());
            for (var index = 0; index < batch.size(); index++) {
                batch.get(index).result = results.get(index);
            }
        } catch (DataIntegrityViolationException | ConcurrencyFailureException batchRejected) {
            log.debug("A batch of {} calls was rejected", batch.size(), batchRejected);
            if (batch.size() == 1) {
                batch.get(0).failure = batchRejected;
            }
        } catch (RuntimeException databaseFailed) {
            batch.forEach(call -> call.failure = databaseFailed);
        }
    }

    private R result(PendingCall<C, R> own) {
        if (own.failure != null) {
            throw own.failure;
        }
        return own.result != null ? own.result : executeAlone(own.call);
    }

    private R executeAlone(C call) {
        return statement.apply(List.of(call)).get(0);
    }

    private enum Role {
        /** Executes the batch. */
        LEADER,
        /** Waits for the leader. */
        MEMBER
    }

    private static final class PendingCall<C, R> {

        private final C call;
        private final CompletableFuture<Role> role = new CompletableFuture<>();
        private @Nullable Semaphore permit;
        private @Nullable R result;
        private @Nullable RuntimeException failure;

        private PendingCall(C call) {
            this.call = call;
        }

        private C call() {
            return call;
        }
    }
}
