package dev.stagedoor.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.support.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Takes a lane until it is let go. */
    private static final int FIRST = -1;

    /** Takes a lane until the test ends. */
    private static final int SECOND = -2;

    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch second = new CountDownLatch(1);
    private final Queue<Integer> alone = new ConcurrentLinkedQueue<>();
    private final Queue<List<Integer>> groups = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        first.countDown();
        second.countDown();
        threads.shutdown();
    }

    @Test
    void whatComesAloneIsDoneAlone() {
        assertThat(batcher(BatcherTests::all).call(7)).isEqualTo("7");

        assertThat(alone).containsExactly(7);
        assertThat(groups).isEmpty();
    }

    @Test
    void whatComesMeanwhileIsDoneTogether() throws Exception {
        var results = whileTheLanesAreBusy(batcher(BatcherTests::all), List.of(1, 2, 3));

        for (var place = 0; place < 3; place++) {
            assertThat(results.get(place).get()).isEqualTo("together " + (place + 1));
        }
        assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(alone).doesNotContain(1, 2, 3);
    }

    @Test
    void whatWasNotDoneTogetherIsDoneAlone() throws Exception {
        var results = whileTheLanesAreBusy(
                batcher(group -> group.stream()
                        .map(number -> number == 2 ? Optional.<String>empty() : Optional.of("together " + number))
                        .toList()),
                List.of(1, 2, 3));

        assertThat(results.get(1).get()).isEqualTo("2");
        assertThat(alone).contains(2).doesNotContain(1, 3);
    }

    @Test
    void aGroupThatFailsIsDoneOneByOneAndEachFailsByItself() throws Exception {
        var results = whileTheLanesAreBusy(
                batcher(group -> {
                    throw new DataIntegrityViolationException("one of them");
                }),
                List.of(1, 666, 3));

        assertThat(results.get(0).get()).isEqualTo("1");
        assertThatThrownBy(() -> results.get(1).get()).hasCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(results.get(2).get()).isEqualTo("3");
    }

    @Test
    void noneIsTriedAgainWhereTheDatabaseFails() throws Exception {
        var results = whileTheLanesAreBusy(
                batcher(group -> {
                    throw new QueryTimeoutException("too slow");
                }),
                List.of(1, 2, 3));

        assertThat(results)
                .allSatisfy(result -> assertThatThrownBy(result::get).hasCauseInstanceOf(QueryTimeoutException.class));
        assertThat(alone).doesNotContain(1, 2, 3);
    }

    @Test
    void afterAFailureItGoesOn() {
        var batcher = batcher(BatcherTests::all);
        for (var time = 0; time < 5; time++) {
            assertThatThrownBy(() -> batcher.call(666)).isInstanceOf(DataIntegrityViolationException.class);
        }

        assertThat(batcher.call(7)).isEqualTo("7");
    }

    @Test
    void aCallThatIsHeldUpHoldsNoOtherUp() {
        var batcher = batcher(BatcherTests::all);
        threads.submit(() -> batcher.call(SECOND));
        await().until(() -> alone.contains(SECOND));

        assertThat(batcher.call(7)).isEqualTo("7");
    }

    @Test
    void aWriteThatComesMeanwhileWaitsForTheOneBefore() throws Exception {
        var batcher = writes(Duration.ofHours(1));
        threads.submit(() -> batcher.call(FIRST));
        await().until(() -> alone.contains(FIRST));

        var results = Stream.of(1, 2, 3)
                .map(number -> threads.submit(() -> batcher.call(number)))
                .toList();
        await().until(() -> batcher.waiting() == 3);
        first.countDown();

        assertThat(results.get(2).get()).isEqualTo("together 3");
        assertThat(groups).singleElement().satisfies(group -> assertThat(group).containsExactlyInAnyOrder(1, 2, 3));
    }

    @Test
    void aWriteThatIsHeldUpHoldsTheOthersUpForAMomentOnly() throws Exception {
        var batcher = writes(Duration.ofMillis(1));
        threads.submit(() -> batcher.call(FIRST));
        await().until(() -> alone.contains(FIRST));

        for (var round = 0; round < 3; round++) {
            var results = Stream.of(1, 2, 3)
                    .map(number -> threads.submit(() -> batcher.call(number)))
                    .toList();

            for (var result : results) {
                assertThat(result.get(10, TimeUnit.SECONDS)).matches("(together )?[123]");
            }
        }
        assertThat(first.getCount()).isEqualTo(1);
    }

    @Test
    void whatBelongsToATransactionIsDoneInIt() throws Exception {
        var batcher = batcher(BatcherTests::all);
        occupyBothLanes(batcher);
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThat(batcher.call(7)).isEqualTo("7");
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    @Test
    void everyOneOfManyIsDoneOnceAndHasItsOwnResult() {
        var batcher = new Batcher<Integer, String>(
                number -> {
                    pause();
                    return one(number);
                },
                group -> {
                    pause();
                    groups.add(group);
                    return all(group);
                });

        var results = Together.run(
                24,
                thread -> IntStream.range(0, 50)
                        .map(number -> thread * 1_000 + number)
                        .mapToObj(batcher::call)
                        .toList());

        for (var thread = 0; thread < 24; thread++) {
            for (var number = 0; number < 50; number++) {
                assertThat(results.get(thread).get(number)).endsWith(String.valueOf(thread * 1_000 + number));
            }
        }
        var done = new ArrayList<>(alone);
        groups.forEach(done::addAll);
        assertThat(done).hasSize(24 * 50).doesNotHaveDuplicates();
        assertThat(groups).isNotEmpty().allSatisfy(group -> assertThat(group).hasSizeBetween(2, 64));
    }

    private Batcher<Integer, String> batcher(Function<List<Integer>, List<Optional<String>>> together) {
        return new Batcher<>(this::one, group -> {
            groups.add(group);
            return together.apply(group);
        });
    }

    private Batcher<Integer, String> writes(Duration patience) {
        return Batcher.ofWrites(
                this::one,
                group -> {
                    groups.add(group);
                    return all(group);
                },
                patience);
    }

    private String one(int number) {
        alone.add(number);
        if (number == 666) {
            throw new DataIntegrityViolationException("refused");
        }
        if (number == FIRST || number == SECOND) {
            pauseUntil(number == FIRST ? first : second);
        }
        return String.valueOf(number);
    }

    private static List<Optional<String>> all(List<Integer> group) {
        return group.stream().map(number -> Optional.of("together " + number)).toList();
    }

    private List<Future<String>> whileTheLanesAreBusy(Batcher<Integer, String> batcher, List<Integer> numbers) {
        occupyBothLanes(batcher);
        var results = numbers.stream()
                .map(number -> threads.submit(() -> batcher.call(number)))
                .toList();
        await().until(() -> batcher.waiting() == numbers.size());
        first.countDown();
        return results;
    }

    private void occupyBothLanes(Batcher<Integer, String> batcher) {
        for (var blocking : List.of(FIRST, SECOND)) {
            threads.submit(() -> batcher.call(blocking));
            await().until(() -> alone.contains(blocking));
        }
    }

    private static void pauseUntil(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
