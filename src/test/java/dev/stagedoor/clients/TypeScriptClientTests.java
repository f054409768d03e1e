package dev.stagedoor.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.RequiresProgram;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The types that openapi-typescript makes of the documents pass the strictest compiler, and its story runs with them. */
@StagedoorTest
@Tag("clients")
@RequiresProgram(Program.NPM)
class TypeScriptClientTests {

    private static final Path SOURCES = Path.of("src/clients/typescript");

    /** As deep as the sources, so that the way to the documents is the same. */
    private static final Path WORK = Path.of("target/clients/typescript");

    private static final int PATIENCE = 300;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @BeforeEach
    void copySources() throws IOException {
        Files.createDirectories(WORK);
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.write(WORK.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    @Test
    void aPersonRegistersPrefersSavesPagesAndIsCounted() throws IOException, InterruptedException {
        var company = things.company();
        var activities = things.activities(company, 5);

        npm("ci", "--silent");
        npm("run", "-s", "generate");
        assertThat(WORK.resolve("generated/client.ts")).content().contains("export enum ActivityType {");
        npm("run", "-s", "build");

        var story = process("run", "-s", "story");
        story.environment().put("STAGEDOOR_URL", http.address());
        story.environment().put("STAGEDOOR_EMAIL", People.anyEmail());
        story.environment()
                .put("STAGEDOOR_OWNER", people.member(company, "OWNER").accessToken());
        story.environment()
                .put(
                        "STAGEDOOR_ACTIVITIES",
                        activities.stream().map(UUID::toString).collect(Collectors.joining(",")));
        assertThat(output(story)).isEqualTo("told\n");
    }

    private static void npm(String... arguments) throws IOException, InterruptedException {
        output(process(arguments));
    }

    private static ProcessBuilder process(String... arguments) {
        var command = Stream.concat(Stream.of(Program.NPM.path().toString()), Stream.of(arguments));
        return new ProcessBuilder(command.toList()).directory(WORK.toFile());
    }

    /** Runs to the end and returns the output, including standard error. A failure contains the output. */
    private static String output(ProcessBuilder process) throws IOException, InterruptedException {
        var said = Files.createTempFile("stagedoor-npm", ".out");
        var running =
                process.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            assertThat(running.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
            var output = Files.readString(said, StandardCharsets.UTF_8);
            assertThat(running.exitValue()).as(output).isZero();
            return output.lines()
                    .filter(line -> !line.startsWith("npm warn"))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
        } finally {
            running.destroyForcibly();
            Files.delete(said);
        }
    }
}
