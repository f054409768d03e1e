package dev.stagedoor.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Parks a virtual thread briefly before it serves another request. Tomcat handles pipelined and keep-alive requests of a
 * connection on the same thread, and the scheduler does not preempt virtual threads, so a few busy connections could occupy
 * all carrier threads. Parking moves the thread to the end of the queue. {@link Thread#yield()} would not.
 */
final class FairnessValve extends ValveBase {

    private static final ThreadLocal<Boolean> HAS_SERVED = new ThreadLocal<>();

    FairnessValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (HAS_SERVED.get() == null) {
            HAS_SERVED.set(true);
        } else {
            LockSupport.parkNanos(1);
        }
        getNext().invoke(request, response);
    }
}
