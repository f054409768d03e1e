package dev.stagedoor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invalid values for every field of every body. Each is rejected with an error of that field and changes no rows. */
@StagedoorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("fuzz")
class HostileInputTests {

    /** Text that UTF-8 or PostgreSQL cannot represent, as JSON escapes. */
    private static final List<String> UNSTORABLE = List.of("\\u0000", "\\ud800", "\\udc00", "\\udc00\\ud800");

    /** Characters that would end an email header, a log line or a CSV record, or control a terminal. */
    private static final List<String> BREAKS = List.of(
            "\\r",
            "\\n",
            "\\r\\n",
            "\\r\\nBcc: x@example.com\\r\\n",
            "\\t",
            "\\b",
            "\\u000b",
            "\\u001b[2J",
            "\\u007f",
            "\\u0085",
            "\\u009b",
            "\\u2028",
            "\\u2029");

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private List<Write> writes;

    @BeforeAll
    void createWrites() {
        writes = Writes.all(people, things);
    }

    List<Write> writes() {
        return writes;
    }

    Stream<Write> writesOfTexts() {
        return writes.stream().filter(write -> write.texts().findAny().isPresent());
    }

    Stream<Write> writesOfLines() {
        return writes.stream().filter(write -> write.lines().findAny().isPresent());
    }

    @ParameterizedTest
    @MethodSource("writes")
    void valueOfTheWrongTypeIsRejected(Write write) {
        expectRejections(
                write,
                write.fields().flatMap(place -> otherTypes(place).map(value -> new Attempt(place, place.with(value)))),
                (place, response) -> response.expectFaults(place.field() + ":malformed"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void nullForARequiredFieldIsRejected(Write write) {
        expectRejections(
                write,
                write.fields()
                        .filter(place -> !write.isNullable(place))
                        .map(place -> new Attempt(place, place.with("null"))),
                (place, response) -> response.expectFaults(place.field() + ":required"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void duplicateFieldIsRejected(Write write) {
        expectRejections(
                write,
                Place.of(write.body())
                        .filter(place -> place.value().isObject())
                        .flatMap(object -> object.value().propertyNames().stream()
                                .flatMap(name -> Stream.of(
                                        object.withFirst(name, "null"),
                                        object.withLast(
                                                name, object.value().get(name).toString()),
                                        object.withLast(name, "\"other\"")))
                                .map(body -> new Attempt(object, body))),
                (object, response) -> response.expectProblem(400, "malformed-request"));
    }

    @ParameterizedTest
    @MethodSource("writesOfTexts")
    void unstorableTextIsRejected(Write write) {
        expectRejections(
                write,
                write.texts()
                        .flatMap(place -> UNSTORABLE.stream().map(text -> new Attempt(place, within(place, text)))),
                (place, response) -> response.expectFaults(place.field() + ":malformed"));
    }

    @ParameterizedTest
    @MethodSource("writesOfLines")
    void lineBreakIsRejected(Write write) {
        expectRejections(
                write,
                write.lines().flatMap(place -> BREAKS.stream().map(text -> new Attempt(place, within(place, text)))),
                (place, response) -> expectRejection(write, place, response, "malformed"));
    }

    @ParameterizedTest
    @MethodSource("writesOfTexts")
    void longTextIsRejected(Write write) {
        expectRejections(
                write,
                write.texts().map(place -> new Attempt(place, within(place, "x".repeat(20_000)))),
                (place, response) -> expectRejection(write, place, response, "malformed|out-of-range"));
    }

    private static Stream<String> otherTypes(Place place) {
        var good = place.json();
        return Stream.of("[]", "[" + good + "]", "{}", "{\"a\": " + good + "}", "5", "1e999999999", "true", "\"true\"")
                .filter(value -> switch (place.value().getNodeType()) {
                    case ARRAY -> !value.startsWith("[");
                    case OBJECT -> !value.startsWith("{");
                    case BOOLEAN -> !value.equals("true");
                    case NUMBER -> !value.equals("5");
                    default -> !value.startsWith("\"");
                });
    }

    /** Returns the body with characters inserted after the first character of a text, where trimming has no effect. */
    private static String within(Place place, String escaped) {
        return place.with(place.json().substring(0, 2) + escaped + place.json().substring(2));
    }

    private static void expectRejection(Write write, Place place, Answer response, String code) {
        if (write.lookupReply(place) != null) {
            write.lookupReply(place).expect(response);
            return;
        }
        response.expectProblem(400, "validation-failed");
        assertThat(response.json().at("/errors")).as(response.body()).hasSize(1);
        assertThat(response.text("/errors/0/field")).isEqualTo(place.field());
        assertThat(response.text("/errors/0/code")).matches(code);
    }

    private void expectRejections(Write write, Stream<Attempt> attempts, BiConsumer<Place, Answer> assertion) {
        var before = AllRows.of(jdbc);
        assertThat(attempts)
                .isNotEmpty()
                .allSatisfy(attempt -> assertion.accept(attempt.place(), write.send(http, attempt.body())));
        assertThat(AllRows.of(jdbc)).isEqualTo(before);
    }

    /** A body with one invalid value. */
    private record Attempt(Place place, String body) {

        @Override
        public String toString() {
            return body.substring(0, Math.min(body.length(), 500));
        }
    }
}
