package dev.stagedoor.reliability;

import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.util.FileSystemUtils;

/** A server program of this machine. Runs until it is closed. */
record Daemon(Process process, Path directory) implements AutoCloseable {

    /**
     * Starts a program and waits until it listens on the port. The configuration is written to a file, whose path is the
     * last argument. Fails with the output of the program if it ends or does not listen.
     */
    static Daemon start(int port, String configuration, Path program, String... options) throws IOException {
        var directory = Files.createTempDirectory("stagedoor-" + program.getFileName());
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        var file = Files.writeString(directory.resolve("configuration"), configuration);
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--clear-groups", "--"));
        }
        command.add(program.toString());
        command.addAll(List.of(options));
        command.add(file.toString());
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        var daemon = new Daemon(process, directory);
        daemon.awaitStart(port);
        return daemon;
    }

    private void awaitStart(int port) throws IOException {
        try {
            await().until(() -> listens(port) || !process.isAlive());
            if (process.isAlive()) {
                return;
            }
        } catch (ConditionTimeoutException timeout) {
            process.destroyForcibly();
        }
        var output = Files.readString(directory.resolve("output"));
        close();
        fail("The program does not listen on port %s. Its output:%n%s", port, output);
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notListening) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        FileSystemUtils.deleteRecursively(directory);
    }
}
