package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
@ExtendWith(OutputCaptureExtension.class)
class FirstAdminTests {

    private static final String PASSWORD = "keys-of-the-whole-house";

    @Autowired
    UserRepository users;

    @Autowired
    RegistrationService registrations;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final String email = People.anyEmail();

    @BeforeEach
    void demoteAllAdmins() {
        jdbc.sql("UPDATE users.users SET role = 'PARTICIPANT' WHERE role = 'ADMIN'")
                .update();
    }

    @Test
    void adminIsCreatedIfNoneExists(CapturedOutput log) {
        start(" " + email.toUpperCase() + " ", PASSWORD);

        assertThat(row()).containsEntry("role", "ADMIN").containsEntry("email_verified", true);
        assertThat(profiles()).isEqualTo(1);
        assertThat(log).contains("Created the first admin " + email).doesNotContain(PASSWORD);
        var session = http.post("/auth/login", "{\"email\": \"" + email + "\", \"password\": \"" + PASSWORD + "\"}")
                .send()
                .expect(200);
        assertThat(session.text("/user/role")).isEqualTo("ADMIN");
    }

    @Test
    void adminIsCreatedOnce() {
        start(email, PASSWORD);
        var made = row();

        start(email, "another-password-of-the-house");

        assertThat(row()).isEqualTo(made);
    }

    @Test
    void existingAdminPreventsTheCreation() {
        people.admin();

        start(email, PASSWORD);

        assertThat(accounts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password1234", "Stagedoor-2026"})
    void weakPasswordCreatesNoAdmin(String password, CapturedOutput log) {
        start(email, password);

        assertThat(accounts()).isZero();
        assertThat(log).contains("Cannot create the first admin " + email + ": password");
        assertThat(log.getAll().replace("Cannot create the first admin " + email + ": password", ""))
                .doesNotContain(password);
    }

    @Test
    void existingAccountIsNotPromoted(CapturedOutput log) {
        var person = people.anyone();

        start(person.email(), PASSWORD);

        assertThat(log).contains("Cannot create the first admin " + person.email());
        assertThat(users.existsByRole(Role.ADMIN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -", "a@example.com, -", "-, keys-of-the-whole-house", "'', ''", "a@example.com, ' '"})
    void missingEmailOrPasswordCreatesNoAdmin(String address, String password) {
        start(address, password);

        assertThat(users.existsByRole(Role.ADMIN)).isFalse();
    }

    @Test
    void toStringMasksThePassword() {
        assertThat(new FirstAdminProperties(email, PASSWORD).toString()).doesNotContain(PASSWORD);
    }

    private void start(String address, String password) {
        new FirstAdmin(new FirstAdminProperties(address, password), users, registrations).run(null);
    }

    private Map<String, Object> row() {
        return jdbc.sql("SELECT * FROM users.users WHERE email = ?")
                .param(email)
                .query()
                .singleRow();
    }

    private long profiles() {
        return jdbc.sql("SELECT count(*) FROM users.user_profiles WHERE user_id = ?")
                .param(row().get("id"))
                .query(Long.class)
                .single();
    }

    private long accounts() {
        return jdbc.sql("SELECT count(*) FROM users.users WHERE email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }
}
