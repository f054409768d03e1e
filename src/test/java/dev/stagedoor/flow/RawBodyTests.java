package dev.stagedoor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bodies of almost valid or excessive JSON are rejected without a server error. */
@StagedoorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("fuzz")
class RawBodyTests {

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

    List<Write> writes() {
        return writes;
    }

    /** BODY is a valid body, FIELDS are its fields and FIELD is one of their names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/* a */ BODY",
                "// a\nBODY",
                "# a\nBODY",
                "{FIELDS /* a */}",
                "{FIELDS,}",
                "{,FIELDS}",
                "{FIELDS",
                "FIELDS}",
                "[BODY]",
                "BODY BODY",
                "BODY\nBODY",
                "BODY,",
                "BODY]",
                "BODY x",
                "BODY\u0000",
                "\u001eBODY",
                "\u00a0BODY",
                "\ufeff\ufeffBODY",
                ")]}',\nBODY",
                "callback(BODY)",
                "FIELD=a",
                "--- \nFIELD: a",
                "<FIELD>a</FIELD>",
                "{'FIELD': \"a\"}",
                "{FIELD: \"a\"}",
                "{\"FIELD\"}",
                "{\"FIELD\" = \"a\"}",
                "{\"FIELD\": \"a\"; FIELDS}",
                "{\"FIELD\": 'a'}",
                "{\"FIELD\": a}",
                "{\"FIELD\": undefined}",
                "{\"FIELD\": True}",
                "{\"FIELD\": NaN}",
                "{\"FIELD\": Infinity}",
                "{\"FIELD\": -Infinity}",
                "{\"FIELD\": +1}",
                "{\"FIELD\": .5}",
                "{\"FIELD\": 5.}",
                "{\"FIELD\": 01}",
                "{\"FIELD\": 1e}",
                "{\"FIELD\": \"a\tb\"}",
                "{\"FIELD\": \"a\nb\"}",
                "{\"FIELD\": \"\\x41\"}",
                "{\"FIELD\": \"\\'\"}",
                "{\"FIELD\": \"\\u12\"}",
                "{\"FIELD\": \"a",
                "{\"\\ud800\": 1}"
            })
    void almostValidJsonIsMalformed(String template) {
        assertThat(representatives()).hasSize(2).allSatisfy(write -> {
            var name = write.fields().findFirst().orElseThrow().field();
            var body = template.replace("BODY", write.body())
                    .replace("FIELDS", write.body().substring(1, write.body().length() - 1))
                    .replace("FIELD", name);
            write.send(http, body).expectProblem(400, "malformed-request");
        });
    }

    /** Either the parser or the validation rejects the body. */
    @ParameterizedTest
    @MethodSource("writes")
    void excessiveNestingNumbersAndNamesAreRejected(Write write) {
        var excessive = List.of(
                "[".repeat(10_000) + "]".repeat(10_000),
                "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
                "9".repeat(60_000),
                "1." + "9".repeat(60_000),
                "1e" + "9".repeat(60_000));
        var bodies = excessive.stream()
                .flatMap(value -> Stream.concat(
                        write.fields().map(place -> place.with(value)),
                        write.objects().map(object -> object.withFirst("unknown", value))))
                .collect(Collectors.toCollection(ArrayList::new));
        bodies.add(write.objects().findFirst().orElseThrow().withFirst("x".repeat(60_000), "1"));

        for (var body : bodies) {
            var response = write.send(http, body);
            response.expectProblem(400, response.text("/code"));
        }
    }

    private Stream<Write> representatives() {
        return writes.stream()
                .filter(write -> List.of("POST /auth/login", "PATCH /me").contains(write.route()));
    }
}
