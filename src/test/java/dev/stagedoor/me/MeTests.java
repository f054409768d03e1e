package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class MeTests {

    private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z";

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    @Test
    void responseHasExactlyTheDocumentedFields() {
        var me = http.get("/me").as(people.anyone()).send().expect(200);

        assertThat(me.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "profileId",
                        "email",
                        "emailVerified",
                        "phone",
                        "phoneVerified",
                        "firstName",
                        "lastName",
                        "role",
                        "isOrganizer",
                        "hasPassword",
                        "language",
                        "birthDate",
                        "timezone",
                        "currency",
                        "settings",
                        "companies",
                        "createdAt",
                        "updatedAt");
    }

    @Test
    void newAccountHasTheDocumentedDefaults() {
        var person = people.anyone();

        var me = http.get("/me").as(person).send().expect(200).json();

        assertThat(me.at("/id").asString()).isEqualTo(person.id().toString());
        assertThat(UUID.fromString(me.at("/profileId").asString())).isNotEqualTo(person.id());
        assertThat(me.at("/email").asString()).isEqualTo(person.email());
        assertThat(me.at("/role").asString()).isEqualTo("PARTICIPANT");
        assertThat(me.at("/firstName").asString()).isEqualTo("Mia");
        assertThat(me.at("/lastName").asString()).isEqualTo("Lindqvist");
        assertThat(me.at("/timezone").asString()).isEqualTo("UTC");
        assertThat(me.at("/currency").asString()).isEqualTo("USD");
        assertThat(me.at("/companies").isArray()).isTrue();
        assertThat(me.at("/companies")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "language", "birthDate", "settings"})
    void unsetFieldIsNull(String field) {
        var me = http.get("/me").as(people.anyone()).send().expect(200).json();

        assertThat(me.has(field)).isTrue();
        assertThat(me.get(field).isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"emailVerified", "phoneVerified", "isOrganizer"})
    void unsetFlagIsFalse(String field) {
        var me = http.get("/me").as(people.anyone()).send().expect(200).json();

        assertThat(me.get(field).isBoolean()).isTrue();
        assertThat(me.get(field).asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/createdAt", "/updatedAt"})
    void timestampsAreInUtcWithMicroseconds(String pointer) {
        var me = http.get("/me").as(people.anyone()).send().expect(200);

        assertThat(me.text(pointer)).matches(INSTANT);
    }

    @Test
    void timestampOfAnotherSystemIsInUtc() {
        var person = people.anyone();
        jdbc.sql("UPDATE users.users SET created_at = '2024-02-29 23:30:00.5-05' WHERE id = ?")
                .param(person.id())
                .update();

        assertThat(http.get("/me").as(person).send().expect(200).text("/createdAt"))
                .isEqualTo("2024-03-01T04:30:00.500000Z");
    }

    @Test
    void companiesAreSortedByNameAndContainTheRole() {
        var person = people.anyone();
        var zoo = company("Zoo", person.id(), "OWNER");
        var aquarium = company("Aquarium", person.id(), "ANALYST");
        company("Menagerie", people.anyone().id(), "OWNER");

        var companies = http.get("/me").as(person).send().expect(200).json().at("/companies");

        assertThat(companies).hasSize(2);
        assertThat(companies.get(0).propertyNames()).containsExactlyInAnyOrder("id", "name", "role");
        assertThat(companies.at("/0/id").asString()).isEqualTo(aquarium.toString());
        assertThat(companies.at("/0/name").asString()).isEqualTo("Aquarium");
        assertThat(companies.at("/0/role").asString()).isEqualTo("ANALYST");
        assertThat(companies.at("/1/id").asString()).isEqualTo(zoo.toString());
        assertThat(companies.at("/1/role").asString()).isEqualTo("OWNER");
    }

    @Test
    void anonymousCallReturns401() {
        var answer = http.get("/me").as(people.anyone()).send().expect(200);

        assertThat(answer.header("Cache-Control")).contains("private").contains("no-cache");
        assertThat(answer.header("ETag")).matches("\"[A-Za-z0-9_-]+\"");
        assertThat(answer.body()).doesNotContain("argon2", "password");
    }

    private UUID company(String name, UUID member, String role) {
        var id = things.company();
        jdbc.sql("UPDATE companies.companies SET name = ? WHERE id = ?")
                .params(name, id)
                .update();
        jdbc.sql("INSERT INTO companies.company_members (company_id, user_id, role) VALUES (?, ?, ?)")
                .params(id, member, role)
                .update();
        return id;
    }
}
