package dev.stagedoor.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** A line to a server on this machine that can be slow, or lose what is sent and tell nobody. */
public final class SlowLine implements AutoCloseable {

    private final int target;
    private final ServerSocket entrance;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Duration delay = Duration.ZERO;
    private volatile AtomicBoolean lost = new AtomicBoolean();

    public SlowLine(int target) {
        try {
            this.target = target;
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Lets each answer wait. */
    public void slowDown(Duration by) {
        delay = by;
    }

    /** Loses whatever is sent over the connections of now; later ones are good. */
    public void loseConnections() {
        lost.set(true);
        lost = new AtomicBoolean();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            threads.shutdownNow();
        }
    }

    private void accept() {
        try {
            while (true) {
                var near = entrance.accept();
                var isLost = lost;
                threads.execute(() -> join(near, isLost));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void join(Socket near, AtomicBoolean isLost) {
        try (near;
                var far = new Socket(InetAddress.getLoopbackAddress(), target)) {
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            var asked = threads.submit(() -> {
                carry(near.getInputStream(), far.getOutputStream(), false, isLost);
                far.shutdownOutput();
                return null;
            });
            carry(far.getInputStream(), near.getOutputStream(), true, isLost);
            asked.cancel(true);
        } catch (IOException | InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(InputStream from, OutputStream to, boolean isAnswer, AtomicBoolean isLost)
            throws IOException, InterruptedException {
        var buffer = new byte[8192];
        for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            if (isAnswer) {
                Thread.sleep(delay.toMillis());
            }
            if (!isLost.get()) {
                to.write(buffer, 0, read);
                to.flush();
            }
        }
    }
}
