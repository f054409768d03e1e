package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.system.JavaVersion;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Reads request bodies into memory, within limits of time, memory and threads. */
@Component
class BodyReader {

    private static final int CHUNK_BYTES = 8 * 1024;
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private final Duration timeout;

    /** The bytes that bodies may occupy: an eighth of the heap. */
    private final Semaphore memory =
            new Semaphore((int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 8));

    /** The requests that may wait for their bodies. Before Java 24, each of them occupies a thread of the pool. */
    private final Semaphore waiting;

    BodyReader(BodyProperties properties, @Value("${server.tomcat.threads.max}") int threads) {
        this.timeout = properties.timeout();
        this.waiting = new Semaphore(
                JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_FOUR)
                        ? Integer.MAX_VALUE
                        : threads / 2);
    }

    /**
     * Reads a body. The caller closes it after the request, which releases its memory.
     *
     * @throws IOException if the client disconnects or sends nothing for the duration of the timeout
     * @throws ProblemException {@code payload-too-large}; {@code malformed-request} if the body does not arrive within the
     *     timeout; {@code service-unavailable} if too many bodies are being read
     */
    Body read(HttpServletRequest request, DataSize maxSize) throws IOException {
        var body = new Body();
        try {
            readWithPermit(request, body, maxSize);
            return body;
        } catch (IOException | RuntimeException failure) {
            body.close();
            throw failure;
        }
    }

    private void readWithPermit(HttpServletRequest request, Body body, DataSize maxSize) throws IOException {
        var mustWait = request.getInputStream().available() < request.getContentLengthLong()
                || request.getContentLengthLong() < 0;
        if (mustWait && !waiting.tryAcquire()) {
            throw busy();
        }
        try {
            readFully(request, body, maxSize);
        } finally {
            if (mustWait) {
                waiting.release();
            }
        }
    }

    private void readFully(HttpServletRequest request, Body body, DataSize maxSize) throws IOException {
        var deadline = System.nanoTime() + timeout.toNanos();
        var input = request.getInputStream();
        var chunk = new byte[chunkSize(request)];
        for (var read = input.read(chunk); read >= 0; read = input.read(chunk)) {
            if (body.size() + read > maxSize.toBytes()) {
                throw tooLarge(maxSize);
            }
            body.append(chunk, read);
            if (System.nanoTime() > deadline) {
                throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "body-incomplete");
            }
        }
    }

    private static int chunkSize(HttpServletRequest request) {
        var length = request.getContentLength();
        return length > 0 ? Math.min(length, CHUNK_BYTES) : CHUNK_BYTES;
    }

    private static ProblemException busy() {
        return new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, "too-many-bodies").withRetryAfter(RETRY_DELAY);
    }

    static ProblemException tooLarge(DataSize maxSize) {
        return new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE, "limit", String.valueOf(maxSize.toKilobytes()));
    }

    /** A body in memory. */
    final class Body implements AutoCloseable {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private void append(byte[] chunk, int length) {
            if (!memory.tryAcquire(length)) {
                throw busy();
            }
            bytes.write(chunk, 0, length);
        }

        private int size() {
            return bytes.size();
        }

        byte[] content() {
            return bytes.toByteArray();
        }

        @Override
        public void close() {
            memory.release(bytes.size());
        }
    }
}
