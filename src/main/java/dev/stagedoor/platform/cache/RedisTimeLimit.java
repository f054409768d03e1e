package dev.stagedoor.platform.cache;

import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * One call's part of the time that a request may spend on Redis, all of its calls together: as long as one command may take.
 * When that is used up another command may be under way, so no request waits longer than twice that.
 */
@RequiredArgsConstructor
final class RedisTimeLimit {

    private static final String SPENT = RedisTimeLimit.class.getName();

    private final long start = System.nanoTime();
    private final long mostMillis;

    /** Adds what was spent to the request's account; outside of requests nobody waits, and there is none. */
    boolean isUsedUp() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return false;
        }
        var before = request.getAttribute(SPENT, RequestAttributes.SCOPE_REQUEST) instanceof Long nanos ? nanos : 0;
        var spent = before + System.nanoTime() - start;
        request.setAttribute(SPENT, spent, RequestAttributes.SCOPE_REQUEST);
        return spent > TimeUnit.MILLISECONDS.toNanos(mostMillis);
    }
}
