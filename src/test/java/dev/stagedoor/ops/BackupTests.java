package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stagedoor.ops.OpsServer.Database;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dump gets its final name only when it is complete. */
@RequiresProgram(Program.POSTGRESQL)
@Tag("operations")
class BackupTests {

    private static Database database;

    @TempDir
    Path directory;

    @BeforeAll
    static void createDatabase() {
        database = OpsServer.migrated();
        database.jdbc()
                .sql(
                        "INSERT INTO platform.mails (kind, created_at) SELECT md5(n::text), now() FROM generate_series(1, 100000) n")
                .update();
    }

    @Test
    void dumpIsNamedByItsTimeAndReadableOnlyByItsOwner() throws IOException {
        var dump = Path.of(Script.of("backup").on(database).run(directory).text());

        assertThat(dump).hasParent(directory).isNotEmptyFile();
        assertThat(dump.getFileName().toString()).matches("stagedoor-[0-9]{8}T[0-9]{6}Z[.]dump");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dump)))
                .isEqualTo("rw-------");
        assertThat(names()).hasSize(1);
    }

    @Test
    void scriptsContainAllSchemasOfTheMigrations() throws IOException {
        var schemas = database.jdbc().sql("""
                SELECT nspname FROM pg_namespace
                WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')""").query(String.class).list();

        var known = Files.readAllLines(Path.of("ops/lib.sh")).stream()
                .filter(line -> line.startsWith("schemas="))
                .flatMap(line -> Stream.of(
                        line.substring("schemas='".length(), line.length() - 1).split(" ")));

        assertThat(known).containsExactlyInAnyOrderElementsOf(schemas);
    }

    @Test
    void onlyOldDumpsAreDeleted() throws IOException {
        var others = List.of("stagedoor-old.dump", "stagedoor-20200101T000000Z.dump.gz", "notes");
        for (var name : others) {
            Files.writeString(directory.resolve(name), name);
        }
        for (var year : List.of("2020", "2021", "2022", "2999")) {
            Files.writeString(directory.resolve("stagedoor-" + year + "0101T000000Z.dump"), year);
        }

        var dump = Script.of("backup").on(database).run("--keep", 2, directory).text();

        assertThat(names())
                .containsExactlyInAnyOrder(
                        "notes",
                        "stagedoor-old.dump",
                        "stagedoor-20200101T000000Z.dump.gz",
                        "stagedoor-29990101T000000Z.dump",
                        Path.of(dump).getFileName().toString());
    }

    @Test
    void interruptedDumpLeavesNoFiles() throws Exception {
        var process = Script.of("backup").on(database).start(directory);
        await().atMost(Duration.ofSeconds(20)).until(() -> !names().isEmpty());

        process.destroy();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(names()).isEmpty();
    }

    @Test
    void filesOfAKilledDumpAreDeleted(@TempDir Path temporary) throws Exception {
        var process = Script.of("backup")
                .on(database)
                .with("TMPDIR", temporary.toString())
                .start(directory);
        await().atMost(Duration.ofSeconds(20)).until(() -> !names().isEmpty());
        var dumping = process.descendants().toList();
        process.destroyForcibly().waitFor();
        dumping.forEach(ProcessHandle::destroyForcibly);
        assertThat(names()).singleElement().asString().startsWith(".stagedoor-");

        Script.of("backup").on(database).run(directory).text();

        assertThat(names()).singleElement().asString().startsWith("stagedoor-");
    }

    @Test
    void databaseWithoutTheSchemasIsRejected() {
        var empty = OpsServer.empty();

        assertThat(Script.of("backup").on(empty).run(directory).error(1))
                .contains(empty.name(), "does not contain Stagedoor");
        assertThat(names()).isEmpty();
    }

    @Test
    void missingDirectoryIsRejected() {
        assertThat(Script.of("backup")
                        .on(database)
                        .run(directory.resolve("none"))
                        .error(1))
                .contains("is not a directory");
    }

    @Test
    void failedConnectionIsReportedWithoutThePassword() {
        var outcome =
                Script.of("backup").on(database).with("PGUSER", "stranger").run(directory);

        assertThat(outcome.error(1)).contains("stranger").doesNotContain("never-to-be-shown");
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
