package dev.stagedoor.platform.web;

import org.slf4j.MDC;

/** The id of the current request, which the response and all log lines contain. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";
    static final String LOG_KEY = "requestId";

    private RequestId() {}

    /** Returns null outside of a request. */
    public static String current() {
        return MDC.get(LOG_KEY);
    }
}
