package dev.stagedoor.platform.web;

import org.slf4j.MDC;

/** The id of the request that is being answered, as its answer and every log line carry it. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";
    static final String LOG_KEY = "requestId";

    private RequestId() {}

    /** Null outside of a request. */
    public static String current() {
        return MDC.get(LOG_KEY);
    }
}
