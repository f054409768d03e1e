package dev.stagedoor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bodies with additional fields are rejected, at every level, and change no rows. */
@StagedoorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("fuzz")
class OverPostingTests {

    private static final String ID = "\"019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c\"";
    private static final String INSTANT = "\"2020-01-01T00:00:00Z\"";
    private static final String ADMIN = "{\"role\": \"ADMIN\", \"isActive\": true}";

    /** Additional fields. Skipped if the valid body has a field of the same name. */
    private static final Map<String, String> ADDITIONAL_FIELDS = Map.ofEntries(
            Map.entry("role", "\"ADMIN\""),
            Map.entry("isActive", "true"),
            Map.entry("is_active", "true"),
            Map.entry("active", "true"),
            Map.entry("emailVerified", "true"),
            Map.entry("email_verified", "true"),
            Map.entry("EmailVerified", "true"),
            Map.entry("phoneVerified", "true"),
            Map.entry("isOrganizer", "true"),
            Map.entry("id", ID),
            Map.entry("ID", ID),
            Map.entry("userId", ID),
            Map.entry("betterAuthId", "\"ba-123\""),
            Map.entry("passwordHash", "\"$argon2id$\""),
            Map.entry("password_hash", "\"$argon2id$\""),
            Map.entry("createdAt", INSTANT),
            Map.entry("updatedAt", INSTANT),
            Map.entry("__proto__", ADMIN),
            Map.entry("constructor", "{\"prototype\": " + ADMIN + "}"),
            Map.entry("class", "\"dev.stagedoor.account.User\""),
            Map.entry("@class", "\"dev.stagedoor.account.User\""),
            Map.entry("class.classLoader", "{}"),
            Map.entry("profile", "{\"emailEnabled\": true}"),
            Map.entry("user", ADMIN),
            Map.entry("user.role", "\"ADMIN\""),
            Map.entry("settings.role", "\"ADMIN\""),
            Map.entry("FirstName", "\"Eve\""),
            Map.entry("first_name", "\"Eve\""),
            Map.entry("firstname", "\"Eve\""),
            Map.entry("", "true"),
            Map.entry("\u0000", "true"),
            Map.entry("\r\nBcc: x@example.com", "true"),
            Map.entry("\u202eelor", "\"ADMIN\""));

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

    @ParameterizedTest
    @MethodSource("writes")
    void additionalFieldIsRejected(Write write) {
        expectRejections(
                write,
                write.objects()
                        .flatMap(object -> ADDITIONAL_FIELDS.entrySet().stream()
                                .filter(addition -> !object.value().has(addition.getKey()))
                                .map(addition -> new Addition(object, addition.getKey(), addition.getValue()))));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void misspelledFieldIsRejected(Write write) {
        expectRejections(
                write,
                write.objects()
                        .flatMap(object -> object.value().propertyNames().stream()
                                .flatMap(field -> spellings(field)
                                        .filter(spelling -> !object.value().has(spelling))
                                        .distinct()
                                        .map(spelling -> new Addition(
                                                object,
                                                spelling,
                                                object.value().get(field).toString())))));
    }

    @Test
    void freeFormFieldsHaveNoSideEffects() {
        var person = people.anyone();
        var additions =
                "{\"role\": \"ADMIN\", \"emailVerified\": true, \"class\": \"x\", \"__proto__\": " + ADMIN + "}";

        var changed = http.patch("/me", "{\"settings\": " + additions + "}")
                .as(person)
                .send()
                .expect(200);
        http.put("/me/background", "{\"frameworks\": [" + additions + "]}")
                .as(person)
                .send()
                .expect(200);

        assertThat(changed.text("/settings/role")).isEqualTo("ADMIN");
        var me = http.get("/me").as(person).send().expect(200);
        assertThat(me.text("/role")).isEqualTo("PARTICIPANT");
        assertThat(me.json().at("/emailVerified").asBoolean()).isFalse();
        http.get("/admin/stats").as(person).send().expectProblem(403, "forbidden");
    }

    private static Stream<String> spellings(String field) {
        return Stream.of(
                field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1),
                field.toLowerCase(Locale.ROOT),
                field.toUpperCase(Locale.ROOT),
                field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
                field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT),
                field + " ",
                field + "[0]",
                "get" + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1));
    }

    /** Sends the field before the valid fields with its value, and after them with null. */
    private void expectRejections(Write write, Stream<Addition> additions) {
        var before = AllRows.of(jdbc);
        assertThat(additions).isNotEmpty().allSatisfy(addition -> {
            for (var type : write.types()) {
                write.send(http, addition.first(), type).expectFaults(addition.expectedError());
                write.send(http, addition.last(), type).expectFaults(addition.expectedError());
            }
        });
        assertThat(AllRows.of(jdbc)).isEqualTo(before);
    }

    /** A field that the object in the body does not have. */
    private record Addition(Place object, String name, String value) {

        String first() {
            return object.withFirst(name, value);
        }

        String last() {
            return object.withLast(name, "null");
        }

        String expectedError() {
            return object.field(name) + ":unknown";
        }

        @Override
        public String toString() {
            return expectedError();
        }
    }
}
