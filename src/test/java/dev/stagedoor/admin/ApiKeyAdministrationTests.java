package dev.stagedoor.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Answer;
import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@StagedoorTest
class ApiKeyAdministrationTests {

    private static final String FEED = "{\"name\": \"Feed\", \"scopes\": [\"catalog:write\"]}";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|name:required,scopes:required",
                "{\"name\": \"a\", \"scopes\": []}|scopes:required",
                "{\"name\": \"a\", \"scopes\": [null]}|scopes[0]:required",
                "{\"name\": \"a\", \"scopes\": [\"admin\"]}|scopes[0]:malformed",
                "{\"name\": \"a\", \"scopes\": [\"analytics:read\"]}|companyId:required",
                "{\"name\": \"a\", \"scopes\": [\"catalog:write\"], \"expiresAt\": \"2020-01-01T00:00:00Z\"}|expiresAt:out-of-range",
                "{\"name\": \"a\", \"scopes\": [\"catalog:write\"], \"expiresAt\": \"+1000000000-12-31T23:59:59Z\"}|expiresAt:out-of-range",
                "{\"name\": \"a\", \"scopes\": [\"catalog:write\"], \"expiresAt\": 1}|expiresAt:malformed",
                "{\"name\": \"a\", \"scopes\": [\"catalog:write\"], \"key\": \"mine\"}|key:unknown"
            })
    void invalidRequestReturns400(String body, String faults) {
        http.post("/admin/api-keys", body).as(people.admin()).send().expectFaults(faults.split(","));
    }

    @Test
    void unknownCompanyReturns404() {
        http.post("/admin/api-keys", reader(UUID.randomUUID()))
                .as(people.admin())
                .send()
                .expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "sdk_", "sdk_AAAA", "sdr_AAAA"})
    void malformedKeyReturns401(String key) {
        var answer = putCompany(key).expectProblem(401, "unauthorized");

        assertThat(answer.header("WWW-Authenticate")).isNotBlank();
    }

    @Test
    void wrongSecretReturns401() {
        var key = create(FEED).text("/key");
        var forged = key.substring(0, key.length() - 8) + (key.endsWith("AAAAAAAA") ? "BBBBBBBB" : "AAAAAAAA");

        putCompany(forged).expectProblem(401, "unauthorized");
    }

    @Test
    void missingScopeReturns403() {
        var feed = create(FEED).text("/key");
        var reader = create(reader(things.company())).text("/key");

        for (var path : new String[] {"/me", "/favorites", "/admin/stats", "/analytics/favorites"}) {
            http.get(path).header("X-API-Key", feed).send().expectProblem(403, "forbidden");
        }
        putCompany(reader).expectProblem(403, "forbidden");
        http.get("/admin/stats").header("X-API-Key", reader).send().expectProblem(403, "forbidden");
    }

    @Test
    void feedKeyMayBelongToACompany() {
        var body = "{\"name\": \"Feed\", \"scopes\": [\"catalog:write\"], \"companyId\": \"%s\"}"
                .formatted(things.company());

        putCompany(create(body).text("/key")).expect(201);
    }

    @Test
    void feedKeyWritesTheCatalog() {
        putCompany(create(FEED).text("/key")).expect(201);
    }

    @Test
    void analyticsKeyReadsOnlyItsCompany() {
        var company = things.company();
        var activity = things.activity(company);
        var key = create(reader(company)).text("/key");

        var figures =
                http.get("/analytics/favorites").header("X-API-Key", key).send().expect(200);

        assertThat(figures.items("activityId")).containsExactly(activity.toString());
        http.get("/analytics/favorites?companyId=" + things.company())
                .header("X-API-Key", key)
                .send()
                .expectProblem(403, "forbidden");
    }

    @Test
    void keyIsReturnedOnceAndOnlyItsDigestIsStored() {
        var admin = people.admin();
        var created = http.post("/admin/api-keys", FEED).as(admin).send().expect(201);
        var key = created.text("/key");

        var list = http.get("/admin/api-keys").as(admin).send().expect(200);

        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        assertThat(key).startsWith("sdk_").startsWith(created.text("/prefix")).hasSizeGreaterThan(60);
        assertThat(list.items("id")).contains(created.text("/id"));
        assertThat(list.body()).doesNotContain(key, "\"key\"");
        assertThat(jdbc.sql("SELECT k::text FROM access.api_keys k")
                        .query(String.class)
                        .list()
                        .toString())
                .doesNotContain(key.substring(30));
        assertThat(http.get("/admin/audit-events?actor=" + admin.id())
                        .as(admin)
                        .send()
                        .body())
                .contains("API_KEY_CREATED")
                .doesNotContain(key);
    }

    @Test
    void revokedKeyIsRejectedImmediately() {
        var admin = people.admin();
        var created = http.post("/admin/api-keys", FEED).as(admin).send().expect(201);

        http.delete("/admin/api-keys/" + created.text("/id")).as(admin).send().expect(204);
        http.delete("/admin/api-keys/" + created.text("/id")).as(admin).send().expect(204);

        putCompany(created.text("/key")).expectProblem(401, "unauthorized");
        assertThat(http.get("/admin/api-keys").as(admin).send().items("id")).doesNotContain(created.text("/id"));
    }

    @Test
    void expiredKeyReturns401() {
        var created = create(FEED);
        putCompany(created.text("/key")).expect(201);

        jdbc.sql("UPDATE access.api_keys SET expires_at = now() WHERE id = ?")
                .param(UUID.fromString(created.text("/id")))
                .update();

        putCompany(created.text("/key")).expectProblem(401, "unauthorized");
    }

    @Test
    void lastUseIsUpdatedOncePerMinute() {
        var created = create(FEED);
        putCompany(created.text("/key")).expect(201);
        var first = lastUse(created);
        putCompany(created.text("/key")).expect(201);

        assertThat(first).isNotNull();
        assertThat(lastUse(created)).isEqualTo(first);

        jdbc.sql("UPDATE access.api_keys SET last_used_at = last_used_at - interval '2 minutes' WHERE id = ?")
                .param(UUID.fromString(created.text("/id")))
                .update();
        putCompany(created.text("/key")).expect(201);

        assertThat(lastUse(created)).isAfterOrEqualTo(first);
    }

    /** The write of a bulk push locks the row until its commit. */
    @Test
    void recordingOfAUseDoesNotWaitForAWriteWithTheSameKey() {
        var created = create(FEED);

        transaction.executeWithoutResult(status -> {
            jdbc.sql("SELECT id FROM access.api_keys WHERE id = ? FOR SHARE")
                    .param(UUID.fromString(created.text("/id")))
                    .query(UUID.class)
                    .single();
            putCompany(created.text("/key")).expect(201);
        });

        assertThat(lastUse(created)).isNull();
    }

    private static String reader(UUID companyId) {
        return "{\"name\": \"BI\", \"scopes\": [\"analytics:read\"], \"companyId\": \"%s\"}".formatted(companyId);
    }

    private Answer create(String body) {
        return http.post("/admin/api-keys", body).as(people.admin()).send().expect(201);
    }

    private Answer putCompany(String key) {
        return http.put("/catalog/companies/" + UUID.randomUUID(), "{\"name\": \"Pushed\"}")
                .header("X-API-Key", key)
                .send();
    }

    private OffsetDateTime lastUse(Answer created) {
        return jdbc.sql("SELECT last_used_at FROM access.api_keys WHERE id = ?")
                .param(UUID.fromString(created.text("/id")))
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
    }
}
