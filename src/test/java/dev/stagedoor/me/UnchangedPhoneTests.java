package dev.stagedoor.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class UnchangedPhoneTests {

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void unchangedPhoneRemainsVerified() {
        var person = people.anyone();
        http.patch("/me", "{\"phone\": \"+4915120000301\"}").as(person).send().expect(200);
        jdbc.sql("UPDATE users.users SET phone_verified = true WHERE id = ?")
                .param(person.id())
                .update();

        var answer = http.patch("/me", "{\"phone\": \"+49 1512 0000301\"}")
                .as(person)
                .send()
                .expect(200);

        assertThat(answer.json().at("/phoneVerified").asBoolean()).isTrue();
    }

    @Test
    void nameOf100SupplementaryCharactersIsAccepted() {
        var person = people.anyone();
        http.patch("/me", "{\"firstName\": \"" + "𐐷".repeat(100) + "\"}")
                .as(person)
                .send()
                .expect(200);
    }

    @Test
    void phoneWithExtensionReturns400() {
        var person = people.anyone();
        http.patch("/me", "{\"phone\": \"+4930901820 ext. 5\"}")
                .as(person)
                .send()
                .expectFaults("phone:malformed");
    }
}
