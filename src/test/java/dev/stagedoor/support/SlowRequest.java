package dev.stagedoor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request that a slow client sends: everything except the last byte of the body until {@link #finish}. */
public final class SlowRequest implements AutoCloseable {

    private static final int READ_TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final byte[] body;

    /** @param headers further header lines */
    public SlowRequest(Http http, String requestLine, String body, String... headers) {
        var address = URI.create(http.address());
        this.body = body.getBytes(StandardCharsets.UTF_8);
        try {
            socket = new Socket(address.getHost(), address.getPort());
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            write((requestLine
                            + " HTTP/1.1\r\nHost: stagedoor\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                            + this.body.length + "\r\n" + String.join("\r\n", headers)
                            + (headers.length == 0 ? "\r\n" : "\r\n\r\n"))
                    .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(this.body, 0, this.body.length - 1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends the last byte and returns the whole response. */
    public String finish() {
        write(new byte[] {body[body.length - 1]});
        return response();
    }

    /** Returns the whole response without sending the last byte. */
    public String response() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
