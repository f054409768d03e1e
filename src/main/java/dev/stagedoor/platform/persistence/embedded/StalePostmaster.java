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
 * The server that outlives a killed service: PostgreSQL detaches itself from the process that started it. Looked for by
 * the owner of the {@link DataDirectoryLock} alone, so a server found here belongs to nobody.
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
     * Leaves the directory ready for a new server. The file of a dead process is left to PostgreSQL, which knows more
     * about it; the one whose process id has gone to somebody else is removed, because PostgreSQL would respect it.
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
        log.info("Stopping the PostgreSQL that an earlier run left behind, process {}", postmaster.pid());
        if (!stopsInTime(stopCommand(postmaster))) {
            throw new EmbeddedDatabaseException(
                    "A PostgreSQL of an earlier run, process %d, still serves %s and does not stop."
                            .formatted(postmaster.pid(), dataDirectory),
                    "Stop it by hand, for example with: kill -INT " + postmaster.pid());
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
