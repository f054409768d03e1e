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

/** Busy connections, more than carrier threads, do not block other requests. */
@EnabledForJreRange(min = JRE.JAVA_24, disabledReason = "Requests have virtual threads from Java 24 on")
class FairnessValveTests {

    private static final int BUSY_CONNECTIONS = 2 * Runtime.getRuntime().availableProcessors();
    private static final Duration MAX_DURATION = Duration.ofSeconds(20);

    private final VirtualThreadTaskExecutor requests = new VirtualThreadTaskExecutor();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch another = new CountDownLatch(1);
    private final AtomicInteger served = new AtomicInteger();

    @Test
    @Timeout(60)
    void otherRequestIsServed() throws InterruptedException {
        var valve = new FairnessValve();
        valve.setNext(new Work());
        for (var i = 0; i < BUSY_CONNECTIONS; i++) {
            requests.execute(() -> callRepeatedly(valve));
        }
        started.await();

        requests.execute(another::countDown);

        assertThat(another.await(MAX_DURATION.toSeconds() / 2, TimeUnit.SECONDS))
                .isTrue();
        assertThat(served).hasPositiveValue();
    }

    /** Sends requests until the other request is served or the time is up. */
    private void callRepeatedly(FairnessValve valve) {
        var end = System.nanoTime() + MAX_DURATION.toNanos();
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

    /** Uses the CPU for 0.1 ms. */
    private final class Work extends ValveBase {

        @Override
        public void invoke(Request request, Response response) {
            var end = System.nanoTime() + 100_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            served.incrementAndGet();
            started.countDown();
        }
    }
}
