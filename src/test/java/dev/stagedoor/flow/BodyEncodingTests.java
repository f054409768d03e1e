package dev.stagedoor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bodies with invalid encodings or other media types than JSON. */
@StagedoorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("fuzz")
class BodyEncodingTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private List<Write> writes;
    private List<String> before;

    @BeforeAll
    void createWrites() {
        writes = Writes.all(people, things);
    }

    @BeforeEach
    void readRows() {
        before = AllRows.of(jdbc);
    }

    @AfterEach
    void assertUnchangedRows() {
        assertThat(AllRows.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c3",
                "c080",
                "c181",
                "c0a2",
                "e08181",
                "f0808181",
                "c328",
                "e282",
                "eda080",
                "eda0bdedb880",
                "f4908080",
                "f8888080",
                "fe",
                "ff"
            })
    void invalidUtf8IsRejected(String hex) {
        expectRejected(hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void encodingIsDetectedRegardlessOfTheCharset(String encoding) {
        var wrong = login().body().replace(People.PASSWORD, "another-password");
        for (var mark : List.of("", "\ufeff")) {
            var body = (mark + wrong).getBytes(Charset.forName(encoding));
            for (var type :
                    List.of("application/json", "application/json;charset=utf-8", "application/json;charset=utf-16")) {
                login().call(http, body).header("Content-Type", type).send().expectProblem(401, "invalid-credentials");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/json",
                "application/x-json",
                "application/x-ndjson",
                "application/problem+json",
                "application/cbor",
                "application/*",
                "*/*",
                "application/json, text/plain",
                "application/json;charset=",
                "application/json;charset=utf-7",
                "application/json;charset=none"
            })
    void similarMediaTypeIsRejected(String type) {
        assertThat(representatives())
                .allSatisfy(write -> write.send(http, write.body(), type).expectProblem(415, "unsupported-media-type"));
    }

    @Test
    void bodyWithoutMediaTypeIsRejected() {
        assertThat(writes)
                .allSatisfy(write -> write.call(http, write.body().getBytes(StandardCharsets.UTF_8))
                        .send()
                        .expectProblem(415, "unsupported-media-type"));
    }

    @Test
    void mergePatchIsAcceptedOnlyByPatchOperations() {
        var type = "application/merge-patch+json";

        assertThat(writes.stream().filter(write -> !write.types().contains(type)))
                .isNotEmpty()
                .allSatisfy(write -> write.send(http, write.body(), type).expectProblem(415, "unsupported-media-type"));
    }

    @Test
    void compressedBodyReturns415() throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(login().body().getBytes(StandardCharsets.UTF_8));
        }

        login().call(http, compressed.toByteArray())
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .send()
                .expectProblem(415, "unsupported-media-type");
    }

    private Write login() {
        return writes.stream()
                .filter(write -> write.route().equals("POST /auth/login"))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Write> representatives() {
        return writes.stream()
                .filter(write -> List.of("POST /auth/login", "PATCH /me").contains(write.route()));
    }

    /** Inserts the bytes into a text and into a field name. */
    private void expectRejected(String hex) {
        var bytes = new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
        for (var body : List.of("{\"email\": \"a%s\", \"password\": \"x\"}", "{\"a%s\": 1}")) {
            var response = login().call(http, body.formatted(bytes).getBytes(StandardCharsets.ISO_8859_1))
                    .header("Content-Type", "application/json")
                    .send();
            response.expectProblem(400, response.text("/code"));
        }
    }
}
