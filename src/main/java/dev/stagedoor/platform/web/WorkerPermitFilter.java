package dev.stagedoor.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnJava;
import org.springframework.boot.system.JavaVersion;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the number of requests that are processed concurrently on virtual threads. Runs after the body has been read. A
 * response that is being sent does not occupy a permit, so that clients that read slowly do not block others.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 21)
@ConditionalOnJava(JavaVersion.TWENTY_FOUR)
class WorkerPermitFilter extends OncePerRequestFilter {

    private final Semaphore permits;

    WorkerPermitFilter(@Value("${server.tomcat.threads.max}") int maxConcurrentRequests) {
        this.permits = new Semaphore(maxConcurrentRequests);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        permits.acquireUninterruptibly();
        var processing = new ProcessingResponse(response);
        try {
            chain.doFilter(request, processing);
        } finally {
            processing.release();
        }
    }

    /** Releases the permit before the first byte is sent. */
    private final class ProcessingResponse extends OnCommittedResponseWrapper {

        private boolean released;

        private ProcessingResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        protected void onResponseCommitted() {
            release();
        }

        private void release() {
            if (!released) {
                released = true;
                permits.release();
            }
        }
    }
}
