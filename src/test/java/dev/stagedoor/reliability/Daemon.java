package dev.stagedoor.reliability;

import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.support.Installed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A program of the machine's own packages that listens, for as long as it is open. */
record Daemon(Process process, Path directory) implements AutoCloseable {

    /** With the name and the content of its configuration, whose file is its last argument. */
    static Daemon start(int port, String configuration, String program, String... options) throws IOException {
        var directory = Files.createTempDirectory("stagedoor-" + program);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        var file = Files.writeString(directory.resolve("configuration"), configuration);
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--clear-groups", "--"));
        }
        command.add(Installed.program(program).toString());
        command.addAll(List.of(options));
        command.add(file.toString());
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        var daemon = new Daemon(process, directory);
        await().until(() -> listens(port) || daemon.hasEnded());
        return daemon;
    }

    private boolean hasEnded() throws IOException {
        return process.isAlive() ? false : fail(Files.readString(directory.resolve("output")));
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
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
