package dev.stagedoor.support;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs tasks concurrently. */
public final class Together {

    private Together() {}

    /** Runs the task for 0 to {@code count - 1}, all starting at the same time, and returns the results in that order. */
    public static <T> List<T> run(int count, IntFunction<T> task) {
        var start = new CyclicBarrier(count);
        var threads = Executors.newFixedThreadPool(count);
        try {
            var futures = IntStream.range(0, count)
                    .mapToObj(index -> threads.submit(started(start, () -> task.apply(index))))
                    .toList();
            return futures.stream().map(Together::result).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static <T> Callable<T> started(CyclicBarrier start, Callable<T> task) {
        return () -> {
            start.await();
            return task.call();
        };
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
