package dev.stagedoor.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Lets the others go first, once a virtual thread has served a request. Tomcat serves a connection's next request on the
 * same thread where it is there already, and nobody interrupts a virtual thread: a few callers without a pause would keep all
 * carriers. A shortest pause puts the thread behind all that wait; {@link Thread#yield()} would leave it with its carrier,
 * before them.
 */
final class FairnessValve extends ValveBase {

    private static final ThreadLocal<Boolean> HAD_ITS_TURN = new ThreadLocal<>();

    FairnessValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (HAD_ITS_TURN.get() == null) {
            HAD_ITS_TURN.set(true);
        } else {
            LockSupport.parkNanos(1);
        }
        getNext().invoke(request, response);
    }
}
