package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conditional requests (RFC 9110, 13) on each resource of the current user. */
@StagedoorTest
class ConditionalTests {

    enum Resource {
        ME("/me", "PATCH", "{\"firstName\": \"Åsa%s\", \"settings\": {\"a\": %<d}}"),
        PREFERENCES("/me/notification-preferences", "PATCH", "{\"emailEnabled\": true, \"pushEnabled\": false}"),
        BACKGROUND("/me/background", "PUT", "{\"experienceYears\": \"%s\"}");

        private final String path;
        private final String method;
        private final String change;

        Resource(String path, String method, String change) {
            this.path = path;
            this.method = method;
            this.change = change;
        }
    }

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private Person person;

    @BeforeEach
    void createUser() {
        person = people.anyone();
    }

    @ParameterizedTest
    @EnumSource
    void readReturnsAStableStrongTag(Resource resource) {
        var first = read(resource);

        assertThat(first.header("ETag")).matches("\"[A-Za-z0-9_-]+\"");
        assertThat(first.header("Cache-Control")).contains("private").contains("no-cache");
        assertThat(read(resource).header("ETag")).isEqualTo(first.header("ETag"));
    }

    @ParameterizedTest
    @EnumSource
    void updateReturnsTheNewTag(Resource resource) {
        var before = tag(resource);

        var changed = write(resource, null).expect(200);

        assertThat(changed.header("ETag")).isNotEqualTo(before).isEqualTo(tag(resource));
        assertThat(changed.body()).isEqualTo(read(resource).body());
    }

    @ParameterizedTest
    @EnumSource
    void matchingTagReturns304(Resource resource) {
        var tag = tag(resource);

        for (var matching : new String[] {tag, "W/" + tag, "\"other\", " + tag}) {
            var answer = readUnless(resource, matching).expect(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo(tag);
        }
    }

    @ParameterizedTest
    @EnumSource
    void outdatedTagReturnsTheResource(Resource resource) {
        var stale = tag(resource);
        write(resource, null).expect(200);

        assertThat(readUnless(resource, stale).expect(200).body()).isNotEmpty();
        readUnless(resource, "garbage").expect(200);
        readUnless(resource, "\"\"").expect(200);
    }

    @ParameterizedTest
    @EnumSource
    void updateWithTheCurrentTagSucceeds(Resource resource) {
        write(resource, tag(resource)).expect(200);
        write(resource, "\"other\", " + tag(resource)).expect(200);
        write(resource, "*").expect(200);
    }

    @ParameterizedTest
    @EnumSource
    void updateWithAnOutdatedTagReturns412(Resource resource) {
        var stale = tag(resource);
        write(resource, null).expect(200);

        expectRejected(resource, stale);
        expectRejected(resource, "\"other\", " + stale);
    }

    /** A weak tag never matches in {@code If-Match} (RFC 9110, 13.1.1). A malformed tag never matches at all. */
    @ParameterizedTest
    @EnumSource
    void updateWithoutTheStrongTagReturns412(Resource resource) {
        var tag = tag(resource);

        expectRejected(resource, "W/" + tag);
        expectRejected(resource, tag.replace("\"", ""));
        expectRejected(resource, "\"other\"");
        expectRejected(resource, "garbage");
        expectRejected(resource, ",");
        expectRejected(resource, "\"*\"");
        expectRejected(resource, "");
    }

    @ParameterizedTest
    @EnumSource
    void invalidBodyTakesPrecedenceOverTheTag(Resource resource) {
        http.call(resource.method, resource.path, BodyPublishers.ofString("{\"nonsense\": 1}"))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"stale\"")
                .as(person)
                .send()
                .expectFaults("nonsense:unknown");
    }

    @ParameterizedTest
    @EnumSource
    void oneOfManyUpdatesWithTheSameTagSucceeds(Resource resource) {
        var tag = tag(resource);

        var statuses = Together.run(16, each -> write(resource, tag).status());

        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"firstName\": \"Mia\", \"lastName\": \"Lindqvist\"}",
                "{\"timezone\": \"UTC\", \"currency\": \"USD\", \"language\": null, \"birthDate\": null}",
                "{\"settings\": {\"theme\": \"dark\", \"sizes\": {\"big\": 100, \"small\": 1.5}}}",
                "{\"settings\": {\"sizes\": {\"big\": 1e2}}}",
                "{\"settings\": {\"absent\": null}}"
            })
    void updateOfMeThatChangesNothingKeepsTheTag(String body) {
        http.patch("/me", "{\"settings\": {\"theme\": \"dark\", \"sizes\": {\"small\": 1.5, \"big\": 100}}}")
                .as(person)
                .send()
                .expect(200);
        var before = read(Resource.ME);

        var changed = http.patch("/me", body).as(person).send().expect(200);

        assertThat(changed.body()).isEqualTo(before.body());
        assertThat(changed.header("ETag")).isEqualTo(before.header("ETag"));
    }

    private void expectRejected(Resource resource, String tag) {
        var before = Rows.of(jdbc, person);
        write(resource, tag).expectProblem(412, "precondition-failed");
        assertThat(Rows.of(jdbc, person)).isEqualTo(before);
    }

    private Answer read(Resource resource) {
        return http.get(resource.path).as(person).send().expect(200);
    }

    private String tag(Resource resource) {
        return read(resource).header("ETag");
    }

    private Answer readUnless(Resource resource, String tag) {
        return http.get(resource.path).header("If-None-Match", tag).as(person).send();
    }

    /** Sends an update with a new value each time. */
    private Answer write(Resource resource, String tag) {
        var body = resource.change.formatted(System.nanoTime());
        var call = http.call(resource.method, resource.path, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .as(person);
        return (tag == null ? call : call.header("If-Match", tag)).send();
    }
}
