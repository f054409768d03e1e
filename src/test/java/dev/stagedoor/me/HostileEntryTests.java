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

/** What in Redis is not ours, whole and of today is read anew, and nothing of it is woken. */
@StagedoorRedisTest
class HostileEntryTests {

    private static int woken;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    TestRedis redis;

    private static Person person;

    private String key;
    private String good;

    @BeforeEach
    void somebodyRemembered() {
        person = person == null ? people.anyone() : person;
        key = "user:" + person.id();
        redis.ask(asked -> asked.del(key));
        http.get("/me").as(person).send().expect(200);
        good = kept();
        woken = 0;
    }

    /** So that the tests below refuse what they mean to, and not all that is changed. */
    @Test
    void anEntryIsBelievedAsItStands() {
        put(good.replace("Mia", "Mallory"));

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
                "{\"format\":1}",
                "{\"format\":1,\"user\":null}",
                "{\"format\":1,\"user\":{}}",
                "{\"format\":1,\"user\":{\"revision\":1,\"me\":null,\"preferences\":null}}",
                "<user/>",
                "\u0000\u0001"
            })
    void refusesWhatIsNone(String entry) {
        expectRebuilt(entry.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format\":1 | \"format\":0",
                "\"format\":1 | \"format\":2",
                "\"format\":1 | \"format\":\"1\"x",
                "\"format\":1 | \"format\":null",
                "\"format\":1, | ",
                "\\{\"format\":1 | {\"@class\":\"dev.stagedoor.me.HostileEntryTests$Woken\",\"format\":1",
                "\"me\":\\{ | \"me\":{\"@class\":\"dev.stagedoor.me.HostileEntryTests$Woken\",",
                "\"me\":\\{ | \"me\":[\"dev.stagedoor.me.HostileEntryTests$Woken\"],\"other\":{",
                "\"revision\":-?\\d+ | \"revision\":1",
                "\"revision\":-?\\d+ | \"revision\":null",
                "\"revision\":-?\\d+, | ",
                "\"email\":\"[^\"]*\", | ",
                "\"emailVerified\":false | \"emailVerified\":null",
                "\"role\":\"PARTICIPANT\" | \"role\":\"OWNER\"",
                "\"createdAt\":\"[^\"]*\" | \"createdAt\":\"yesterday\"",
                "\"profileId\":\"[^\"]*\" | \"profileId\":\"mine\"",
                "\"settings\":null | \"settings\":[]",
                "\"preferences\":\\{.*\\} | \"preferences\":null}}",
                "\\}$ | ",
                ".{40}$ | ",
                "$ | {}",
                "$ | ]"
            })
    void refusesWhatIsNotWholeOrOfToday(String from, String to) {
        var replacement = to == null ? "" : to.replace("$", "\\$");
        var entry = good.replace("Mia", "Mallory").replaceFirst(from, replacement);
        assertThat(entry).isNotEqualTo(good.replace("Mia", "Mallory"));

        expectRebuilt(entry.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesNestingWithoutEnd() {
        expectRebuilt("[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        expectRebuilt(good.replaceFirst("\"settings\":null", "\"settings\":" + "{\"a\":".repeat(5_000))
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void wakesNoSerializedObject() throws IOException {
        expectRebuilt(serialized(new Woken()));
        expectRebuilt(serialized(Map.of("Mallory", 1)));
    }

    /** What it would do if somebody woke it. */
    @Test
    void itsTrapWorks() throws Exception {
        try (var input = new ObjectInputStream(new ByteArrayInputStream(serialized(new Woken())))) {
            assertThat(input.readObject()).isInstanceOf(Woken.class);
        }

        assertThat(woken).isPositive();
    }

    @Test
    void takesTheKeyOfAnotherKind() {
        redis.ask(asked -> asked.del(key));
        redis.ask(asked -> asked.rpush(key, "Mallory"));

        assertThat(firstName()).isEqualTo("Mia");
        assertThat(kept()).isEqualTo(good);
        assertThat(redis.secondsToLive(key)).isPositive();
    }

    private void expectRebuilt(byte[] entry) {
        redis.set(key, entry);
        woken = 0;

        assertThat(firstName()).isEqualTo("Mia");
        assertThat(woken).isZero();
        assertThat(kept()).isEqualTo(good);
    }

    private String firstName() {
        return http.get("/me").as(person).send().expect(200).text("/firstName");
    }

    private String kept() {
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

    /** Tells when it is made. */
    static final class Woken implements Serializable {

        Woken() {
            woken++;
        }

        private void readObject(ObjectInputStream input) throws IOException, ClassNotFoundException {
            input.defaultReadObject();
            woken++;
        }
    }
}
