package dev.stagedoor.platform.web;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * A moment before a refusal is sent: who asks again as soon as it is refused asks half as often then, and leaves the
 * others what it would have cost. Only where requests run on virtual threads, which keep nothing while they wait.
 */
@Component
@ConditionalOnVirtualThreads
class RefusalPause {

    private static final Duration MOMENT = Duration.ofMillis(1);

    void take() {
        LockSupport.parkNanos(MOMENT.toNanos());
    }
}
