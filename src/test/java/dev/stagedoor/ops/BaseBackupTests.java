package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.ops.OpsServer.Database;
import dev.stagedoor.support.LocalPostgres;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A base backup gets its final name only after its manifest is verified. */
@RequiresProgram(Program.POSTGRESQL)
@Tag("operations")
class BaseBackupTests {

    private static LocalPostgres server;
    private static Database database;

    @TempDir
    Path directory;

    @BeforeAll
    static void startServer() throws IOException {
        server = LocalPostgres.start(Program.POSTGRESQL.path());
        database = OpsServer.databaseOf(server);
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void backupIsADataDirectoryReadableOnlyByItsOwner() throws IOException {
        var copy = Path.of(Script.of("base-backup").on(database).run(directory).text());

        assertThat(copy).hasParent(directory);
        assertThat(copy.getFileName().toString()).matches("stagedoor-base-[0-9]{8}T[0-9]{6}Z");
        assertThat(copy.resolve("backup_manifest")).content().contains("\"Checksum-Algorithm\": \"SHA256\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rwx------");
    }

    @Test
    void newestBackupAndItsWalAreKept() throws IOException {
        var archive = Files.createDirectory(directory.resolve("archive"));
        var ancient = Files.createFile(archive.resolve("000000010000000000000000"));
        var future = Files.createFile(archive.resolve("0000000100000000000000FF"));
        Files.createDirectories(directory.resolve("stagedoor-base-20200101T000000Z/base"));
        Files.createDirectory(directory.resolve("stagedoor-base-of-others"));

        var copy = Script.of("base-backup")
                .on(database)
                .run("--keep", 1, "--archive", archive, directory)
                .text();

        assertThat(names())
                .containsExactlyInAnyOrder(
                        "archive",
                        "stagedoor-base-of-others",
                        Path.of(copy).getFileName().toString());
        assertThat(ancient).doesNotExist();
        assertThat(future).exists();
    }

    @Test
    void interruptedBackupLeavesNoFiles() throws Exception {
        var process = Script.of("base-backup").on(database).start(directory);
        await().atMost(Duration.ofSeconds(20)).until(() -> !names().isEmpty());

        process.destroy();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(names()).noneMatch(name -> name.startsWith("stagedoor-base-")));
    }

    @Test
    void failedConnectionIsReported() {
        assertThat(Script.of("base-backup")
                        .on(database)
                        .with("PGUSER", "stranger")
                        .run(directory)
                        .error(1))
                .contains("stranger")
                .doesNotContain("never-to-be-shown");
        assertThat(names()).isEmpty();
    }

    private List<String> names() {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
