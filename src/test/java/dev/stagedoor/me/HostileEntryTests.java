package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorRedisTest;
import dev.stagedoor.support.TestRedis;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Foreign, incomplete and outdated Redis entries are replaced, and never deserialized to objects. */
@StagedoorRedisTest
class HostileEntryTests {

    private static int deserialized;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    TestRedis redis;

    private static Person person;

    private String key;
    private String validEntry;

    @BeforeEach
    void cacheUser() {
        person = person == null ? people.anyone() : person;
        key = "user:" + person.id();
        redis.ask(asked -> asked.del(key));
        http.get("/me").as(person).send().expect(200);
        validEntry = storedEntry();
        deserialized = 0;
    }

    /** Verifies the test setup: a modified but valid entry is used. */
    @Test
    void validEntryIsUsed() {
        put(validEntry.replace("Mia", "Mallory"));

        assertThat(firstName()).isEqualTo("Mallory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "0",
                "true",
                "\"Mallory\"",
                "{",
                "{}",
                "[]",
                "[\"java.util.HashMap\", {}]",
                "{\"me\":null}",
                "{\"me\":{},\"preferences\":{}}",
                "{\"me\":null,\"preferences\":null}",
                "<user/>",
                "\u0000\u0001"
            })
    void malformedEntryIsReplaced(String entry) {
        expectReplaced(entry.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "^\\{ | {\"format\":1,",
                "^\\{ | {\"@class\":\"dev.stagedoor.me.HostileEntryTests$Deserialized\",",
                "^ | [\"dev.stagedoor.me.HostileEntryTests$Deserialized\",",
                "\"settings\":null | \"settings\":[\"dev.stagedoor.me.HostileEntryTests$Deserialized\", {}]",
                "\"email\":\"[^\"]*\", | ",
                "\"emailVerified\":false | \"emailVerified\":null",
                "\"role\":\"PARTICIPANT\" | \"role\":\"OWNER\"",
                "\"createdAt\":\"[^\"]*\" | \"createdAt\":\"yesterday\"",
                "\"profileId\":\"[^\"]*\" | \"profileId\":\"mine\"",
                "\"settings\":null | \"settings\":[]",
                "\\}$ | ",
                ".{40}$ | ",
                "$ | {}",
                "$ | ]"
            })
    void incompleteOrOutdatedEntryIsReplaced(String from, String to) {
        var replacement = to == null ? "" : to.replace("$", "\\$");
        var entry = validEntry.replace("Mia", "Mallory").replaceFirst(from, replacement);
        assertThat(entry).isNotEqualTo(validEntry.replace("Mia", "Mallory"));

        expectReplaced(entry.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void deeplyNestedEntryIsReplaced() {
        expectReplaced("[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        expectReplaced(validEntry
                .replaceFirst("\"settings\":null", "\"settings\":" + "{\"a\":".repeat(5_000))
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void serializedObjectIsNotDeserialized() throws IOException {
        expectReplaced(serialized(new Deserialized()));
        expectReplaced(serialized(Map.of("Mallory", 1)));
    }

    /** Verifies the test setup: deserialization is detected. */
    @Test
    void deserializationIsDetected() throws Exception {
        try (var input = new ObjectInputStream(new ByteArrayInputStream(serialized(new Deserialized())))) {
            assertThat(input.readObject()).isInstanceOf(Deserialized.class);
        }

        assertThat(deserialized).isPositive();
    }

    @Test
    void keyOfAnotherTypeIsReplaced() {
        redis.ask(asked -> asked.del(key));
        redis.ask(asked -> asked.rpush(key, "Mallory"));

        assertThat(firstName()).isEqualTo("Mia");
        assertThat(storedEntry()).isEqualTo(validEntry);
        assertThat(redis.secondsToLive(key)).isPositive();
    }

    private void expectReplaced(byte[] entry) {
        redis.set(key, entry);
        deserialized = 0;

        assertThat(firstName()).isEqualTo("Mia");
        assertThat(deserialized).isZero();
        assertThat(storedEntry()).isEqualTo(validEntry);
    }

    private String firstName() {
        return http.get("/me").as(person).send().expect(200).text("/firstName");
    }

    private String storedEntry() {
        return redis.get(key);
    }

    private void put(String entry) {
        redis.ask(asked -> asked.set(key, entry));
    }

    private static byte[] serialized(Object object) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var output = new ObjectOutputStream(bytes)) {
            output.writeObject(object);
        }
        return bytes.toByteArray();
    }

    /** Counts its instantiations. */
    static final class Deserialized implements Serializable {

        Deserialized() {
            deserialized++;
        }

        private void readObject(ObjectInputStream input) throws IOException, ClassNotFoundException {
            input.defaultReadObject();
            deserialized++;
        }
    }
}
