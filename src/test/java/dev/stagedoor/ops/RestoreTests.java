package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.ops.OpsServer.Database;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restore restores all rows except sessions, or nothing. */
@RequiresProgram(Program.POSTGRESQL)
@Tag("operations")
class RestoreTests {

    private static final List<String> ENDED = List.of("access.sessions", "access.one_time_tokens", "platform.mails");

    private static Database database;
    private static Path dump;

    @BeforeAll
    static void createDump(@TempDir Path directory) {
        database = OpsServer.migrated();
        database.fill();
        dump = Path.of(Script.of("backup").on(database).run(directory).text());
    }

    @Test
    void rowsAreRestoredWithoutSessions() {
        var target = OpsServer.empty();

        var output = Script.of("restore").on(target).run(dump).text();

        assertThat(output)
                .contains("sessions ended: 100, one-time tokens deleted: 20, emails cancelled: 10", target.name());
        var expected = Digests.of(database);
        var found = Digests.of(target);
        ENDED.forEach(expected::remove);
        ENDED.forEach(found::remove);
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(15);
        assertThat(target.count("access.sessions")).isEqualTo(100);
        assertThat(target.count("access.sessions WHERE ended_at IS NULL")).isZero();
        assertThat(target.count("access.one_time_tokens")).isZero();
        assertThat(target.count("platform.mails")).isEqualTo(10);
        assertThat(target.count("platform.mails WHERE next_attempt_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void emptySchemasAreAccepted() {
        var target = OpsServer.empty();
        target.jdbc().sql("CREATE SCHEMA users").update();
        target.jdbc().sql("CREATE TABLE public.of_others (id integer)").update();

        Script.of("restore").on(target).run(dump).text();

        assertThat(target.count("users.users")).isEqualTo(100);
    }

    @Test
    void nonEmptyDatabaseIsRejected() {
        var before = Digests.of(database);

        assertThat(Script.of("restore").on(database).run(dump).error(1))
                .contains("the database " + database.name() + " is not empty: it contains access.");
        assertThat(Digests.of(database)).isEqualTo(before);
    }

    @Test
    void databaseWithAViewIsRejected() {
        var target = OpsServer.empty();
        target.jdbc().sql("CREATE SCHEMA audit").update();
        target.jdbc().sql("CREATE VIEW audit.of_others AS SELECT 1").update();

        assertThat(Script.of("restore").on(target).run(dump).error(1)).contains("it contains audit.of_others");
    }

    @Test
    void truncatedDumpRestoresNothing(@TempDir Path directory) throws IOException {
        var target = OpsServer.empty();
        var bytes = Files.readAllBytes(dump);
        var start = Files.write(directory.resolve("start.dump"), Arrays.copyOf(bytes, bytes.length * 9 / 10));

        assertThat(Script.of("restore").on(target).run(start).error(1)).contains("restore failed, nothing was changed");
        assertThat(Digests.of(target)).isEmpty();
    }

    @Test
    void otherFileIsRejected() {
        var target = OpsServer.empty();

        assertThat(Script.of("restore").on(target).run("README.md").error(1)).contains("cannot read the dump");
        assertThat(Script.of("restore").on(target).run("none.dump").error(1)).contains("is not a file");
    }

    @Test
    void dumpOfAnotherDatabaseIsRejected(@TempDir Path directory) {
        var other = OpsServer.empty();
        other.jdbc().sql("CREATE TABLE public.of_others (id integer)").update();
        var file = directory.resolve("other.dump");
        OpsServer.program("pg_dump").on(other).run("-Fc", "-f", file).text();

        assertThat(Script.of("restore").on(OpsServer.empty()).run(file).error(1))
                .contains("is not a dump of the service");
    }
}
