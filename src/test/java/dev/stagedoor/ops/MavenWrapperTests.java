package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class MavenWrapperTests {

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"1.8.0_402,8", "11.0.22,11", "16,16"})
    void oldJavaIsReported(String version, String release) throws Exception {
        install("openjdk version \"%s\"".formatted(version));

        assertThat(output()).contains("is version " + release + ", 17 or newer is needed");
    }

    private void install(String versionLine) throws IOException {
        var java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '%s' >&2\n".formatted(versionLine));
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    private String output() throws IOException, InterruptedException {
        var builder = new ProcessBuilder("./mvnw", "--version").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", home.toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isOne();
        return output;
    }
}
