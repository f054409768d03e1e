package dev.stagedoor.platform.web;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/** Handles each request on a virtual thread of its own, and not more than a number of requests at once. */
final class BoundedVirtualThreadExecutor implements Executor {

    private final Executor threads = new VirtualThreadTaskExecutor("request-");
    private final Semaphore turns;

    /**
     * @param most how many at once; the others wait, and take no more memory than their connection does
     */
    BoundedVirtualThreadExecutor(int most) {
        this.turns = new Semaphore(most);
    }

    @Override
    public void execute(Runnable request) {
        threads.execute(() -> {
            turns.acquireUninterruptibly();
            try {
                request.run();
            } finally {
                turns.release();
            }
        });
    }
}
