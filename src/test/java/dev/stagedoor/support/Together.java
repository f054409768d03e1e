package dev.stagedoor.support;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Lets many do something at the same moment. */
public final class Together {

    private Together() {}

    /** Runs {@code work} for 0 to {@code number - 1}, all starting at once, and gives the results in that order. */
    public static <T> List<T> run(int number, IntFunction<T> work) {
        var start = new CyclicBarrier(number);
        var threads = Executors.newFixedThreadPool(number);
        try {
            var running = IntStream.range(0, number)
                    .mapToObj(index -> threads.submit(started(start, () -> work.apply(index))))
                    .toList();
            return running.stream().map(Together::result).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static <T> Callable<T> started(CyclicBarrier start, Callable<T> work) {
        return () -> {
            start.await();
            return work.call();
        };
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
