package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.Person;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Together;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class PushRegistrationTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final String installation = "installation " + UUID.randomUUID();
    private final String token = "fcm-" + UUID.randomUUID();
    private Person mia;

    @BeforeEach
    void signIn() {
        mia = people.anyone();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                         | platform:required,token:required
                    {"platform": "ANDROID"}                                    | token:required
                    {"platform": "ANDROID", "token": null}                     | token:required
                    {"platform": "ANDROID", "token": "  "}                     | token:required
                    {"platform": "android", "token": "abc"}                    | platform:malformed
                    {"platform": "ANDROID", "token": "abcé"}                   | token:malformed
                    {"platform": "ANDROID", "token": "ab\\nc"}                 | token:malformed
                    {"platform": "ANDROID", "token": "abc", "userId": "x"}     | userId:unknown
                    """)
    void invalidRegistrationIsRejected(String body, String faults) {
        put(mia, installation, body).expectFaults(faults.split(","));

        assertThat(list(mia)).isEmpty();
    }

    @Test
    void tokenHasAtMost2048Characters() {
        put(mia, installation, registration("a".repeat(2049))).expectFaults("token:out-of-range");
        put(mia, installation, registration(token + "a".repeat(2048 - token.length())))
                .expect(201);
    }

    @Test
    void installationIdHasAtMost200Characters() {
        var longest = installation + "a".repeat(200 - installation.length());

        put(mia, longest + "a", registration(token)).expectFaults("installationId:out-of-range");
        put(mia, longest, registration(token)).expect(201);
        assertThat(list(mia)).containsExactly(longest);
    }

    @Test
    void registrationIsCreatedReplacedAndDeleted() {
        put(mia, installation, registration(token)).expect(201);
        put(mia, installation, "{\"platform\": \"IOS\", \"token\": \"%s\"}".formatted(token + "2"))
                .expect(200);

        var item = http.get("/me/push-registrations").as(mia).send().expect(200);
        assertThat(item.text("/items/0/installationId")).isEqualTo(installation);
        assertThat(item.text("/items/0/platform")).isEqualTo("IOS");
        assertThat(item.json().at("/items/0/current").asBoolean()).isTrue();
        assertThat(item.body()).doesNotContain(token);

        delete(mia, installation);
        delete(mia, installation);
        assertThat(list(mia)).isEmpty();
    }

    @Test
    void installationAndTokenLeaveTheirPreviousAccount() {
        var otherInstallation = installation + " other";
        put(mia, installation, registration(token)).expect(201);
        put(mia, otherInstallation, registration(token + "-other")).expect(201);
        var noa = people.anyone();

        put(noa, installation, registration(token + "-other")).expect(201);

        assertThat(list(mia)).isEmpty();
        assertThat(list(noa)).containsExactly(installation);
    }

    @Test
    void deletingAForeignInstallationChangesNothing() {
        put(mia, installation, registration(token)).expect(201);

        delete(people.anyone(), installation);

        assertThat(list(mia)).containsExactly(installation);
    }

    @Test
    void registrationEndsWithItsSession() {
        var phone = people.signIn(mia);
        put(phone, installation, registration(token)).expect(201);
        assertThat(list(mia)).containsExactly(installation);
        assertThat(http.get("/me/push-registrations")
                        .as(mia)
                        .send()
                        .json()
                        .at("/items/0/current")
                        .asBoolean())
                .isFalse();

        http.post("/auth/logout", "{\"refreshToken\": \"%s\"}".formatted(phone.refreshToken()))
                .send()
                .expect(204);

        assertThat(list(mia)).isEmpty();
    }

    @Test
    void registrationEndsWhenOtherSessionsEnd() {
        var phone = people.signIn(mia);
        put(phone, installation, registration(token)).expect(201);

        http.delete("/me/sessions").as(mia).send().expect(204);

        assertThat(list(mia)).isEmpty();
    }

    @Test
    void deletedAccountHasNoRegistrations() {
        put(mia, installation, registration(token)).expect(201);

        http.post("/me/deletion", "{\"password\": \"%s\"}".formatted(mia.password()))
                .as(mia)
                .send()
                .expect(200);

        assertThat(stored(mia)).isZero();
    }

    @Test
    void furtherRegistrationReplacesTheOldestOf50() {
        IntStream.range(0, 50)
                .forEach(each -> put(mia, installation + each, registration(token + each))
                        .expect(201));
        put(mia, installation + 0, registration(token + 0)).expect(200);

        put(mia, installation + 50, registration(token + 50)).expect(201);

        assertThat(list(mia))
                .hasSize(50)
                .contains(installation + 0, installation + 50)
                .doesNotContain(installation + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void concurrentRegistrationsOfADeviceLeaveOneRow(int accounts) {
        var owners =
                IntStream.range(0, accounts).mapToObj(each -> people.anyone()).toList();

        var statuses = Together.run(
                8,
                each -> put(owners.get(each % accounts), installation, registration(token))
                        .status());

        assertThat(statuses).allMatch(status -> List.of(200, 201, 409).contains(status));
        assertThat(jdbc.sql("SELECT count(*) FROM access.push_registrations WHERE token = ?")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void exportListsInstallationsWithoutTokens() {
        put(mia, installation, registration(token)).expect(201);

        var export = http.get("/me/export").as(mia).send().expect(200);

        assertThat(export.text("/pushRegistrations/0/installationId")).isEqualTo(installation);
        assertThat(export.body()).doesNotContain(token);
    }

    private Answer put(Person person, String installationId, String body) {
        return http.put(path(installationId), body).as(person).send();
    }

    private void delete(Person person, String installationId) {
        http.delete(path(installationId)).as(person).send().expect(204);
    }

    private static String path(String installationId) {
        return "/me/push-registrations/" + installationId.replace(" ", "%20");
    }

    private static String registration(String token) {
        return "{\"platform\": \"ANDROID\", \"token\": \"%s\"}".formatted(token);
    }

    private List<String> list(Person person) {
        return http.get("/me/push-registrations").as(person).send().expect(200).items("installationId");
    }

    private int stored(Person person) {
        return jdbc.sql("SELECT count(*) FROM access.push_registrations WHERE user_id = ?")
                .param(person.id())
                .query(Integer.class)
                .single();
    }
}
