package dev.stagedoor.platform.persistence.embedded;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process that starts a server on a data directory, commits one row and waits until it is killed. */
@RequiredArgsConstructor
class ServiceProcess {

    private final Process process;

    static ServiceProcess serving(EmbeddedDatabaseProperties properties) throws IOException {
        Path ready = properties.dataDirectory().resolveSibling("ready");
        Path output = properties.dataDirectory().resolveSibling("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServiceProcess.class.getName(),
                        properties.dataDirectory().toString(),
                        properties.binariesDirectory().toString(),
                        ready.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(ready) || !process.isAlive());
        return new ServiceProcess(process);
    }

    static JdbcClient client(EmbeddedServer server) {
        return JdbcClient.create(new DriverManagerDataSource(server.getJdbcUrl(), server.getUsername(), ""));
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] args) throws Exception {
        EmbeddedServer server =
                EmbeddedServer.start(new EmbeddedDatabaseProperties(Path.of(args[0]), Path.of(args[1])));
        client(server).sql("create table persisted (word text)").update();
        client(server).sql("insert into persisted values ('before the kill')").update();
        Files.createFile(Path.of(args[2]));
        new CountDownLatch(1).await();
    }
}
