package dev.stagedoor.platform.persistence.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of a killed service. PostgreSQL detaches from its parent process and continues to run. The caller holds the
 * {@link DataDirectoryLock}, so no other service uses the server.
 */
class StalePostmaster {

    private static final Logger log = LoggerFactory.getLogger(StalePostmaster.class);
    private static final String STOP_SECONDS = "30";

    private final Path dataDirectory;
    private final Path pidFile;

    StalePostmaster(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
        this.pidFile = dataDirectory.resolve("postmaster.pid");
    }

    /**
     * Stops the stale server, if any. Deletes a pid file whose process id belongs to an unrelated process, because PostgreSQL
     * would not start. PostgreSQL itself handles the file of a dead process.
     */
    void clear() throws IOException {
        Optional<ProcessHandle> process = recordedProcess();
        if (process.isEmpty()) {
            return;
        }
        if (servesDataDirectory(process.get().info())) {
            stop(process.get());
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    private Optional<ProcessHandle> recordedProcess() throws IOException {
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(pid -> pid.matches("\\d{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive);
    }

    private boolean servesDataDirectory(ProcessHandle.Info process) {
        List<String> arguments = process.arguments().map(List::of).orElse(List.of());
        return isPostgres(process) && arguments.contains(dataDirectory.toString());
    }

    private static boolean isPostgres(ProcessHandle.Info process) {
        return process.command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
    }

    private void stop(ProcessHandle postmaster) throws IOException {
        log.info("Stopping PostgreSQL of a previous run (process {})", postmaster.pid());
        if (!stopsInTime(stopCommand(postmaster))) {
            throw new EmbeddedDatabaseException(
                    "PostgreSQL of a previous run (process %s) still uses %s and does not stop."
                            .formatted(postmaster.pid(), dataDirectory),
                    "Stop it manually, for example with: kill -INT " + postmaster.pid());
        }
    }

    private List<String> stopCommand(ProcessHandle postmaster) {
        Path postgres = Path.of(postmaster.info().command().orElseThrow());
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        String pgCtl = postgres.resolveSibling("pg_ctl").toString();
        command.addAll(List.of(pgCtl, "stop", "-D", dataDirectory.toString(), "-m", "fast", "-w", "-t", STOP_SECONDS));
        return command;
    }

    private static boolean stopsInTime(List<String> command) throws IOException {
        Process pgCtl = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return pgCtl.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
