package dev.stagedoor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends requests over a plain socket, including requests that HTTP clients refuse to build. */
public final class RawHttp {

    private static final int READ_TIMEOUT_MILLIS = 60_000;

    private final URI address;

    public RawHttp(Http http) {
        this.address = URI.create(http.address());
    }

    /** Sends a request with these lines and returns the whole response. The connection is closed by the server. */
    public String send(String requestLine, String... headers) {
        var head = new StringBuilder(requestLine).append("\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        return exchange(head + "Connection: close\r\n\r\n");
    }

    private String exchange(String request) {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            write(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The server may respond and close the connection before it has read everything. */
    private static void write(Socket socket, String request) throws IOException {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        } catch (SocketException closedByServer) {
            // The response is read next.
        }
    }
}
