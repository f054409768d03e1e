package dev.stagedoor.platform.web;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/** Executes each request on its own virtual thread and limits the number of concurrent requests. */
final class BoundedVirtualThreadExecutor implements Executor {

    private final Executor threads = new VirtualThreadTaskExecutor("request-");
    private final Semaphore permits;

    BoundedVirtualThreadExecutor(int maxConcurrentRequests) {
        this.permits = new Semaphore(maxConcurrentRequests);
    }

    @Override
    public void execute(Runnable request) {
        threads.execute(() -> {
            permits.acquireUninterruptibly();
            try {
                request.run();
            } finally {
                permits.release();
            }
        });
    }
}
