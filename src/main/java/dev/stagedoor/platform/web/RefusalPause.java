package dev.stagedoor.platform.web;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Delays error responses by 1 ms, which halves the request rate of clients that retry immediately. Used only with virtual
 * threads, because they do not occupy a carrier thread while they wait.
 */
@Component
@ConditionalOnVirtualThreads
class RefusalPause {

    private static final Duration DELAY = Duration.ofMillis(1);

    void await() {
        LockSupport.parkNanos(DELAY.toNanos());
    }
}
