package dev.stagedoor.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy that can delay responses, drop data or refuse connections. */
public final class Route implements AutoCloseable {

    private final InetSocketAddress target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> dropped = ConcurrentHashMap.newKeySet();
    private volatile boolean dropsAll;
    private volatile Duration delay = Duration.ZERO;
    private ServerSocket listener;
    private Thread acceptor;

    private Route(InetSocketAddress target, ServerSocket listener) {
        this.target = target;
        this.port = listener.getLocalPort();
        listen(listener);
    }

    public static Route to(String host, int port) throws IOException {
        return new Route(new InetSocketAddress(host, port), new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    public int port() {
        return port;
    }

    /** Delays every response. */
    public void delayResponses(Duration by) {
        delay = by;
    }

    /** Keeps connections open, but drops all data, like an unplugged cable. */
    public void dropData() {
        dropsAll = true;
    }

    /** Drops all data of the open connections, like a restarted firewall. New connections work. */
    public void dropOpenConnections() {
        dropped.addAll(open);
    }

    /** Closes all connections and refuses new ones, like a stopped server. */
    public void disconnect() throws IOException {
        listener.close();
        awaitAcceptor();
        for (var socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** Restores normal operation and closes the existing connections. Dropped data is lost. */
    public void restore() throws IOException {
        disconnect();
        dropsAll = false;
        listen(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
    }

    @Override
    public void close() throws IOException {
        disconnect();
    }

    private void listen(ServerSocket socket) {
        listener = socket;
        acceptor = start(() -> {
            while (!socket.isClosed()) {
                connect(socket.accept());
            }
        });
    }

    /** The port is in use until the thread ends. */
    private void awaitAcceptor() {
        try {
            acceptor.join();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    private void connect(Socket client) throws IOException {
        var upstream = new Socket();
        open.add(client);
        open.add(upstream);
        if (!dropsAll) {
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            upstream.connect(target);
            start(() -> copy(client, upstream, false));
            start(() -> copy(upstream, client, true));
        }
    }

    private void copy(Socket from, Socket to, boolean isResponse) throws IOException, InterruptedException {
        var buffer = new byte[8192];
        try (from;
                to) {
            for (var length = from.getInputStream().read(buffer);
                    length >= 0;
                    length = from.getInputStream().read(buffer)) {
                if (isResponse) {
                    Thread.sleep(delay.toMillis());
                }
                if (!dropsAll && !dropped.contains(from)) {
                    to.getOutputStream().write(buffer, 0, length);
                }
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static Thread start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException closed) {
                // One side closed the connection.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private interface Work {

        void run() throws IOException, InterruptedException;
    }
}
