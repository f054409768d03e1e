package dev.stagedoor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.StagedoorApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the service without any configuration. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("process")
class StartupNoticeTests {

    private static ConfigurableApplicationContext service;
    private static String address;
    private static String output;

    @BeforeAll
    static void startService(@TempDir Path directory, CapturedOutput captured) {
        service = SpringApplication.run(
                StagedoorApplication.class,
                "--spring.datasource.url=",
                "--stagedoor.embedded-postgres.data-directory=" + directory.resolve("pg18"),
                "--stagedoor.demo-data=",
                "--server.port=0",
                "--management.server.port=0");
        address = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
        output = captured.getOut();
    }

    @AfterAll
    static void stopService() {
        service.close();
    }

    @Test
    void noticeContainsTheActualPort() {
        assertThat(output)
                .contains(
                        "Service      " + address,
                        "Dashboard    " + address + "/dashboard",
                        address + "/swagger-ui.html",
                        "curl -s '" + address + "/activities?sort=popular&limit=5'");
    }

    @Test
    void noticeFitsOnOneScreen() {
        assertThat(output.substring(output.indexOf("  Service ")).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(121));
    }

    @ParameterizedTest
    @EnumSource
    void accountsOfTheNoticeCanSignIn(DemoAccount person) throws IOException, InterruptedException {
        assertThat(output).containsPattern(person.getEmail() + " +" + person.getPassword());
        assertThat(statusOfLogin(person)).isEqualTo(200);
    }

    @Test
    void senderKeyOfTheNoticeIsValid() throws IOException, InterruptedException {
        var key = Pattern.compile("sdk_[A-Za-z0-9_-]{64}")
                .matcher(output)
                .results()
                .findFirst();
        var categories = HttpRequest.newBuilder(URI.create(address + "/notifications/categories"))
                .header("X-API-Key", key.orElseThrow().group())
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(categories, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static int statusOfLogin(DemoAccount person) throws IOException, InterruptedException {
        var body = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.getEmail(), person.getPassword());
        var login = HttpRequest.newBuilder(URI.create(address + "/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(login, BodyHandlers.ofString()).statusCode();
    }
}
