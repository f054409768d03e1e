package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/** Callers without a pause, more than there are carriers, leave the others theirs. */
@EnabledForJreRange(min = JRE.JAVA_24, disabledReason = "Requests have virtual threads from Java 24 on")
class FairnessValveTests {

    private static final int GREEDY = 2 * Runtime.getRuntime().availableProcessors();
    private static final Duration LONG = Duration.ofSeconds(20);

    private final VirtualThreadTaskExecutor requests = new VirtualThreadTaskExecutor();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch another = new CountDownLatch(1);
    private final AtomicInteger served = new AtomicInteger();

    @Test
    @Timeout(60)
    void anotherCallerHasItsTurnToo() throws InterruptedException {
        var valve = new FairnessValve();
        valve.setNext(new Work());
        for (var i = 0; i < GREEDY; i++) {
            requests.execute(() -> callAndCall(valve));
        }
        begun.await();

        requests.execute(another::countDown);

        assertThat(another.await(LONG.toSeconds() / 2, TimeUnit.SECONDS)).isTrue();
        assertThat(served).hasPositiveValue();
    }

    /** Until another has been served, or for long. */
    private void callAndCall(FairnessValve valve) {
        var end = System.nanoTime() + LONG.toNanos();
        while (another.getCount() > 0 && System.nanoTime() < end) {
            call(valve);
        }
    }

    private static void call(FairnessValve valve) {
        try {
            valve.invoke(null, null);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A tenth of a millisecond without waiting for anything. */
    private final class Work extends ValveBase {

        @Override
        public void invoke(Request request, Response response) {
            var end = System.nanoTime() + 100_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            served.incrementAndGet();
            begun.countDown();
        }
    }
}
