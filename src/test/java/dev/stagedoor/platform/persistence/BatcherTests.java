package dev.stagedoor.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.support.Together;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class BatcherTests {

    /** Blocks its statement until the test opens the latch. */
    private static final int FIRST_BLOCKER = -1;

    /** Blocks its statement until the test ends. */
    private static final int SECOND_BLOCKER = -2;

    private static final int INVALID = 666;

    private final CountDownLatch firstLatch = new CountDownLatch(1);
    private final CountDownLatch secondLatch = new CountDownLatch(1);
    private final Queue<List<Integer>> statements = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void releaseThreads() {
        firstLatch.countDown();
        secondLatch.countDown();
        threads.shutdown();
    }

    @Test
    void singleCallIsExecutedAlone() {
        assertThat(reads(BatcherTests::results).call(7)).isEqualTo("7 of 1");
    }

    @Test
    void callsThatArriveDuringAStatementShareTheNextOne() throws Exception {
        var results = callWhileBlocked(reads(BatcherTests::results), List.of(1, 2, 3));

        for (var index = 0; index < 3; index++) {
            assertThat(results.get(index).get()).startsWith((index + 1) + " of ");
        }
        assertThat(sharedStatements().flatMap(List::stream)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void skippedCallIsExecutedAlone() throws Exception {
        var batcher = reads(calls -> calls.stream()
                .map(number -> number == 2 && calls.size() > 1 ? null : number + " of " + calls.size())
                .toList());

        var results = callWhileBlocked(batcher, List.of(1, 2, 3));

        assertThat(results.get(1).get()).isEqualTo("2 of 1");
        assertThat(results.get(0).get()).isEqualTo("1 of 3");
    }

    @Test
    void invalidCallDoesNotFailTheOthersOfItsBatch() throws Exception {
        var results = callWhileBlocked(reads(BatcherTests::results), List.of(1, INVALID, 3));

        assertThat(results.get(0).get()).isEqualTo("1 of 1");
        assertThatThrownBy(() -> results.get(1).get()).hasCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(results.get(2).get()).isEqualTo("3 of 1");
    }

    @Test
    void databaseFailureFailsAllCallsOfTheBatchWithoutARetry() throws Exception {
        var batcher = reads(calls -> {
            throw new QueryTimeoutException("too slow");
        });

        var results = callWhileBlocked(batcher, List.of(1, 2, 3));

        assertThat(results)
                .allSatisfy(result -> assertThatThrownBy(result::get).hasCauseInstanceOf(QueryTimeoutException.class));
        assertThat(statements).doesNotContain(List.of(1), List.of(2), List.of(3));
    }

    @Test
    void batcherWorksAfterFailures() {
        var batcher = reads(BatcherTests::results);
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(() -> batcher.call(INVALID)).isInstanceOf(DataIntegrityViolationException.class);
        }

        assertThat(batcher.call(7)).isEqualTo("7 of 1");
    }

    @Test
    void blockedReadDoesNotBlockTheOthers() {
        var batcher = reads(BatcherTests::results);
        block(batcher, SECOND_BLOCKER);

        assertThat(batcher.call(7)).isEqualTo("7 of 1");
    }

    @Test
    void writesThatArriveDuringAStatementShareTheNextOne() throws Exception {
        var batcher = writes(Duration.ofHours(1));
        block(batcher, FIRST_BLOCKER);

        var results = Stream.of(1, 2, 3)
                .map(number -> threads.submit(() -> batcher.call(number)))
                .toList();
        await().until(() -> batcher.pendingCalls() == 3);
        firstLatch.countDown();

        assertThat(results.get(2).get()).isEqualTo("3 of 3");
        assertThat(sharedStatements())
                .singleElement()
                .satisfies(calls -> assertThat(calls).containsExactlyInAnyOrder(1, 2, 3));
    }

    @Test
    void blockedWriteDelaysTheOthersByTheMaximumStatementTime() throws Exception {
        var batcher = writes(Duration.ofMillis(1));
        block(batcher, FIRST_BLOCKER);

        for (var round = 0; round < 3; round++) {
            var results = Stream.of(1, 2, 3)
                    .map(number -> threads.submit(() -> batcher.call(number)))
                    .toList();

            for (var result : results) {
                assertThat(result.get(60, TimeUnit.SECONDS)).matches("[123] of [123]");
            }
        }
        assertThat(firstLatch.getCount()).isEqualTo(1);
    }

    @Test
    void callInsideATransactionIsExecutedImmediately() {
        var batcher = reads(BatcherTests::results);
        block(batcher, FIRST_BLOCKER);
        block(batcher, SECOND_BLOCKER);
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThat(batcher.call(7)).isEqualTo("7 of 1");
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    @Test
    void everyCallIsExecutedOnceAndReturnsItsOwnResult() {
        var batcher = reads(BatcherTests::results);

        var results = Together.run(
                24,
                thread -> IntStream.range(0, 50)
                        .map(number -> thread * 1_000 + number)
                        .mapToObj(batcher::call)
                        .toList());

        for (var thread = 0; thread < 24; thread++) {
            for (var number = 0; number < 50; number++) {
                assertThat(results.get(thread).get(number)).startsWith(thread * 1_000 + number + " of ");
            }
        }
        assertThat(statements.stream().flatMap(List::stream).toList())
                .hasSize(24 * 50)
                .doesNotHaveDuplicates();
        assertThat(statements).allSatisfy(calls -> assertThat(calls).hasSizeBetween(1, 64));
    }

    private Batcher<Integer, String> reads(Function<List<Integer>, List<String>> statement) {
        return Batcher.ofReads(calls -> execute(calls, statement));
    }

    private Batcher<Integer, String> writes(Duration maxStatementTime) {
        return Batcher.ofWrites(calls -> execute(calls, BatcherTests::results), maxStatementTime);
    }

    private List<String> execute(List<Integer> calls, Function<List<Integer>, List<String>> statement) {
        statements.add(calls);
        if (calls.contains(FIRST_BLOCKER) || calls.contains(SECOND_BLOCKER)) {
            awaitLatch(calls.contains(FIRST_BLOCKER) ? firstLatch : secondLatch);
            return results(calls);
        }
        return statement.apply(calls);
    }

    private static List<String> results(List<Integer> calls) {
        if (calls.contains(INVALID)) {
            throw new DataIntegrityViolationException("invalid");
        }
        return calls.stream().map(number -> number + " of " + calls.size()).toList();
    }

    private Stream<List<Integer>> sharedStatements() {
        return statements.stream().filter(calls -> calls.size() > 1);
    }

    /** Submits the calls while both permits for reads are in use, so that they form one batch. */
    private List<Future<String>> callWhileBlocked(Batcher<Integer, String> batcher, List<Integer> numbers) {
        block(batcher, FIRST_BLOCKER);
        block(batcher, SECOND_BLOCKER);
        var results = numbers.stream()
                .map(number -> threads.submit(() -> batcher.call(number)))
                .toList();
        await().until(() -> batcher.pendingCalls() == numbers.size());
        firstLatch.countDown();
        return results;
    }

    private void block(Batcher<Integer, String> batcher, int blocker) {
        threads.submit(() -> batcher.call(blocker));
        await().until(() -> statements.contains(List.of(blocker)));
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
