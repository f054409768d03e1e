package dev.stagedoor.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port of this machine that leads to another one, until it is slow, swallows what is sent, or is cut. */
public final class Route implements AutoCloseable {

    private final InetSocketAddress target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> lost = ConcurrentHashMap.newKeySet();
    private volatile boolean swallows;
    private volatile Duration delay = Duration.ZERO;
    private ServerSocket entrance;
    private Thread doorkeeper;

    private Route(InetSocketAddress target, ServerSocket entrance) {
        this.target = target;
        this.port = entrance.getLocalPort();
        listen(entrance);
    }

    public static Route to(String host, int port) throws IOException {
        return new Route(new InetSocketAddress(host, port), new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    public int port() {
        return port;
    }

    /** Lets each answer wait. */
    public void slowDown(Duration by) {
        delay = by;
    }

    /** As when the cable is pulled: connections stay, and nothing arrives on either side. */
    public void swallow() {
        swallows = true;
    }

    /** As when a firewall forgets: whatever is sent over the connections of now is lost; later ones are good. */
    public void loseConnections() {
        lost.addAll(open);
    }

    /** As when the process behind it has ended: what is open breaks, and nothing new is accepted. */
    public void cut() throws IOException {
        entrance.close();
        awaitDoorkeeper();
        for (var socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** As before. What was swallowed is lost, and the connections that lost it are broken. */
    public void restore() throws IOException {
        cut();
        swallows = false;
        listen(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private void listen(ServerSocket socket) {
        entrance = socket;
        doorkeeper = start(() -> {
            while (!socket.isClosed()) {
                lead(socket.accept());
            }
        });
    }

    /** Until then the port is taken. */
    private void awaitDoorkeeper() {
        try {
            doorkeeper.join();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    private void lead(Socket near) throws IOException {
        var far = new Socket();
        open.add(near);
        open.add(far);
        if (!swallows) {
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            far.connect(target);
            start(() -> carry(near, far, false));
            start(() -> carry(far, near, true));
        }
    }

    private void carry(Socket from, Socket to, boolean isAnswer) throws IOException, InterruptedException {
        var buffer = new byte[8192];
        try (from;
                to) {
            for (var length = from.getInputStream().read(buffer);
                    length >= 0;
                    length = from.getInputStream().read(buffer)) {
                if (isAnswer) {
                    Thread.sleep(delay.toMillis());
                }
                if (!swallows && !lost.contains(from)) {
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
                // Somebody hung up.
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
