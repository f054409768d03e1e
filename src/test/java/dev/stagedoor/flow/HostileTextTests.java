package dev.stagedoor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.stagedoor.support.Contract;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.RawHttp;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Long hostile text in any field, parameter or header costs little CPU time. */
@StagedoorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("fuzz")
class HostileTextTests {

    /** A quadratic check of 64 KiB takes about 30 s, a password hash on a slow machine less than 1 s. */
    private static final Duration CPU_LIMIT = Duration.ofSeconds(4);

    /** The largest text that leaves room for the rest of the body, and of the request head. */
    private static final int BODY_LENGTH = 63 * 1024;

    private static final int HEAD_LENGTH = 7 * 1024;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    private List<Write> writes;
    private RawHttp raw;
    private String token;

    @BeforeAll
    void prepare() {
        writes = Writes.all(people, things);
        raw = new RawHttp(http);
        token = people.admin().accessToken();
    }

    Stream<Write> writesWithText() {
        return writes.stream().filter(write -> write.texts().findAny().isPresent());
    }

    @ParameterizedTest
    @MethodSource("writesWithText")
    void textFieldCostsLittle(Write write) {
        write.texts()
                .forEach(place -> HostileTexts.of(BODY_LENGTH)
                        .forEach(text -> expectLittleCpu(
                                write + " " + place.field(), () -> write.send(http, place.with('"' + text + '"')))));
    }

    @Test
    void queryParameterCostsLittle() {
        for (var target : queryParameters().toList()) {
            HostileTexts.of(HEAD_LENGTH / 3)
                    .forEach(text -> expectLittleCpu(target, () -> get(target + encoded(text), "Accept: */*")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept",
                "Accept-Encoding",
                "Accept-Language",
                "Authorization",
                "Content-Type",
                "Cookie",
                "If-Match",
                "If-None-Match",
                "Origin",
                "User-Agent",
                "X-API-Key",
                "X-Forwarded-For",
                "X-Request-Id",
                "traceparent"
            })
    void headerCostsLittle(String header) {
        for (var path : List.of("/me", "/activities", "/analytics/favorites", "/nope")) {
            for (var length : List.of(HEAD_LENGTH, BODY_LENGTH)) {
                HostileTexts.of(length).forEach(text -> expectLittleCpu(header, () -> get(path, header + ": " + text)));
            }
        }
    }

    private void get(String target, String header) {
        assertThat(raw.send("GET " + target + " HTTP/1.1", "Host: localhost", "Authorization: Bearer " + token, header))
                .startsWith("HTTP/1.1 ");
    }

    private static Stream<String> queryParameters() {
        return Contract.SURFACES.stream()
                .map(Contract::document)
                .flatMap(document -> document.at("/paths").propertyStream())
                .flatMap(path -> parameters(path.getValue().path("get"))
                        .map(name -> path.getKey().replaceAll("\\{[^}]+}", "1") + "?" + name + "="));
    }

    private static Stream<String> parameters(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void expectLittleCpu(String target, Runnable request) {
        var before = PROCESS.getProcessCpuTime();
        request.run();
        assertThat(Duration.ofNanos(PROCESS.getProcessCpuTime() - before))
                .as(target)
                .isLessThan(CPU_LIMIT);
    }
}
