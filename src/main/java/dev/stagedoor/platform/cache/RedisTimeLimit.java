package dev.stagedoor.platform.cache;

import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Limits the total time of all Redis calls of a request to the timeout of one command. A command may be running when the
 * limit is reached, so a request waits at most twice that time.
 */
@RequiredArgsConstructor
final class RedisTimeLimit {

    private static final String ELAPSED = RedisTimeLimit.class.getName();

    private final long start = System.nanoTime();
    private final long limitMillis;

    /** Adds the time of this call to the total of the request. Always false outside of a request. */
    boolean isExceeded() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return false;
        }
        var before = request.getAttribute(ELAPSED, RequestAttributes.SCOPE_REQUEST) instanceof Long nanos ? nanos : 0;
        var elapsed = before + System.nanoTime() - start;
        request.setAttribute(ELAPSED, elapsed, RequestAttributes.SCOPE_REQUEST);
        return elapsed > TimeUnit.MILLISECONDS.toNanos(limitMillis);
    }
}
