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

/** What no field of any body takes; each refusal is a clean problem that names the field, and changes nothing. */
@StagedoorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("fuzz")
class HostileInputTests {

    /** What UTF-8 or PostgreSQL cannot hold, as JSON escapes. */
    private static final List<String> UNSTORABLE = List.of("\\u0000", "\\ud800", "\\udc00", "\\udc00\\ud800");

    /** What would end the header of a mail, the line of a log or the record of a CSV, or drive a terminal. */
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
    void make() {
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
    void refusesAValueOfAnotherType(Write write) {
        expectRefusals(
                write,
                write.fields().flatMap(place -> otherTypes(place).map(value -> new Attempt(place, place.with(value)))),
                (place, answer) -> answer.expectFaults(place.field() + ":malformed"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void refusesNullWhereAValueIsDue(Write write) {
        expectRefusals(
                write,
                write.fields()
                        .filter(place -> !write.isNullable(place))
                        .map(place -> new Attempt(place, place.with("null"))),
                (place, answer) -> answer.expectFaults(place.field() + ":required"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void refusesAFieldThatIsThereTwice(Write write) {
        expectRefusals(
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
                (object, answer) -> answer.expectProblem(400, "malformed-request"));
    }

    @ParameterizedTest
    @MethodSource("writesOfTexts")
    void refusesTextThatCannotBeKept(Write write) {
        expectRefusals(
                write,
                write.texts()
                        .flatMap(place -> UNSTORABLE.stream().map(text -> new Attempt(place, within(place, text)))),
                (place, answer) -> answer.expectFaults(place.field() + ":malformed"));
    }

    @ParameterizedTest
    @MethodSource("writesOfLines")
    void refusesABreakWithinALine(Write write) {
        expectRefusals(
                write,
                write.lines().flatMap(place -> BREAKS.stream().map(text -> new Attempt(place, within(place, text)))),
                (place, answer) -> expectRefusal(write, place, answer, "malformed"));
    }

    @ParameterizedTest
    @MethodSource("writesOfTexts")
    void refusesTextThatIsTooLong(Write write) {
        expectRefusals(
                write,
                write.texts().map(place -> new Attempt(place, within(place, "x".repeat(20_000)))),
                (place, answer) -> expectRefusal(write, place, answer, "malformed|out-of-range"));
    }

    private static Stream<String> otherTypes(Place place) {
        var good = place.json();
        return Stream.of("[]", "[" + good + "]", "{}", "{\"a\": " + good + "}", "5", "1e999999999", "true", "\"true\"")
                .filter(value -> switch (place.value().getNodeType()) {
                    case ARRAY -> !value.startsWith("[");
                    case OBJECT -> !value.startsWith("{");
                    case BOOLEAN -> !value.equals("true");
                    default -> !value.startsWith("\"");
                });
    }

    /** The body with something after the first character of a text, where nobody strips it. */
    private static String within(Place place, String escaped) {
        return place.with(place.json().substring(0, 2) + escaped + place.json().substring(2));
    }

    private static void expectRefusal(Write write, Place place, Answer answer, String code) {
        if (write.unfound(place) != null) {
            write.unfound(place).expect(answer);
            return;
        }
        answer.expectProblem(400, "validation-failed");
        assertThat(answer.json().at("/errors")).as(answer.body()).hasSize(1);
        assertThat(answer.text("/errors/0/field")).isEqualTo(place.field());
        assertThat(answer.text("/errors/0/code")).matches(code);
    }

    private void expectRefusals(Write write, Stream<Attempt> attempts, BiConsumer<Place, Answer> refusal) {
        var before = AllRows.of(jdbc);
        assertThat(attempts)
                .isNotEmpty()
                .allSatisfy(attempt -> refusal.accept(attempt.place(), write.send(http, attempt.body())));
        assertThat(AllRows.of(jdbc)).isEqualTo(before);
    }

    /** A body that is hostile in one place. */
    private record Attempt(Place place, String body) {

        @Override
        public String toString() {
            return body.substring(0, Math.min(body.length(), 500));
        }
    }
}
