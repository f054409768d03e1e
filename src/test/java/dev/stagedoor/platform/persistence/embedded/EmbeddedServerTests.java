package dev.stagedoor.platform.persistence.embedded;

import static dev.stagedoor.platform.persistence.embedded.ServiceProcess.client;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
class EmbeddedServerTests {

    private EmbeddedDatabaseProperties properties;

    @BeforeEach
    void chooseDirectories(@TempDir Path directory) {
        properties = new EmbeddedDatabaseProperties(directory.resolve("pg18"), Path.of(".data/bin"));
    }

    @Test
    void newServerHasDurableCommits() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(properties)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(server, "listen_addresses")).isEqualTo("localhost");
            assertThat(setting(server, "server_version")).startsWith("18.");
            assertThat(words(server, "select datlocale from pg_database where datname = current_database()"))
                    .containsExactly("C.UTF-8");
        }
    }

    @Test
    void dataSurviveARestart() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(properties)) {
            client(server)
                    .sql("create table persisted as select 'a row' as word")
                    .update();
        }
        try (EmbeddedServer server = EmbeddedServer.start(properties)) {
            assertThat(words(server, "select word from persisted")).containsExactly("a row");
        }
    }

    @Test
    void directoryInUseByAnotherProcessIsRejected() throws Exception {
        ServiceProcess other = ServiceProcess.serving(properties);
        try {
            assertThatExceptionOfType(EmbeddedDatabaseException.class)
                    .isThrownBy(() -> EmbeddedServer.start(properties))
                    .withMessageContaining("in use by another running service (process %s).", other.pid());
            assertThat(postmaster().isAlive()).isTrue();
        } finally {
            other.kill();
            EmbeddedServer.start(properties).close();
        }
    }

    @Test
    void serverOfAKilledProcessIsReplacedWithoutDataLoss() throws Exception {
        ServiceProcess.serving(properties).kill();
        ProcessHandle orphan = postmaster();
        assertThat(orphan.isAlive()).isTrue();

        try (EmbeddedServer server = EmbeddedServer.start(properties)) {
            assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
            assertThat(words(server, "select word from persisted")).containsExactly("before the kill");
        }
    }

    @Test
    void reusedProcessIdOfAnUnrelatedProcessIsIgnored() throws Exception {
        EmbeddedServer.start(properties).close();
        Process unrelated = new ProcessBuilder("sleep", "600").start();
        try {
            writePidFile(unrelated.pid());
            EmbeddedServer.start(properties).close();
            assertThat(unrelated.isAlive()).isTrue();
        } finally {
            unrelated.destroyForcibly();
        }
    }

    @Test
    void reusedProcessIdOfAnotherServerIsIgnored(@TempDir Path elsewhere) throws Exception {
        EmbeddedServer.start(properties).close();
        EmbeddedDatabaseProperties others =
                new EmbeddedDatabaseProperties(elsewhere.resolve("pg18"), properties.binariesDirectory());
        try (EmbeddedServer other = EmbeddedServer.start(others)) {
            writePidFile(processId(other.getDataDirectory()));
            EmbeddedServer.start(properties).close();
            assertThat(words(other, "select 'alive'")).containsExactly("alive");
        }
    }

    private void writePidFile(long pid) throws IOException {
        Path dataDirectory = properties.dataDirectory();
        List<String> lines = List.of(Long.toString(pid), dataDirectory.toString(), "1795236645", "5432", "", "", "");
        Files.write(dataDirectory.resolve("postmaster.pid"), lines);
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(processId(properties.dataDirectory())).orElseThrow();
    }

    private static long processId(Path dataDirectory) throws IOException {
        return Long.parseLong(
                Files.readAllLines(dataDirectory.resolve("postmaster.pid")).get(0));
    }

    private static String setting(EmbeddedServer server, String name) {
        return client(server).sql("show " + name).query(String.class).single();
    }

    private static List<String> words(EmbeddedServer server, String sql) {
        return client(server).sql(sql).query(String.class).list();
    }
}
