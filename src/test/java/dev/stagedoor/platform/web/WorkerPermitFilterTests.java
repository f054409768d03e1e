package dev.stagedoor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WorkerPermitFilterTests {

    private final WorkerPermitFilter filter = new WorkerPermitFilter(1);

    @Test
    void requestWaitsForAPermit() throws Exception {
        var processed = new CountDownLatch(1);
        filter(response -> {
            inAnotherThread(processed::countDown);
            assertThat(awaits(processed, 200)).isFalse();
        });

        assertThat(awaits(processed, 30_000)).isTrue();
    }

    @Test
    void responseThatIsBeingSentDoesNotOccupyAPermit() throws Exception {
        filter(response -> {
            response.getOutputStream().write(new byte[response.getBufferSize() + 1]);
            var processed = new CountDownLatch(1);
            inAnotherThread(processed::countDown);
            assertThat(awaits(processed, 30_000)).isTrue();
        });
    }

    private static boolean awaits(CountDownLatch latch, int millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void inAnotherThread(Runnable processing) {
        new Thread(() -> assertThatNoException().isThrownBy(() -> filter(response -> processing.run()))).start();
    }

    private void filter(Processing processing) throws Exception {
        filter.doFilter(
                new MockHttpServletRequest(),
                new MockHttpServletResponse(),
                (request, response) -> processing.run(response));
    }

    private interface Processing {

        void run(ServletResponse response) throws IOException;
    }
}
