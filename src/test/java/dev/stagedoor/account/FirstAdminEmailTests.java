package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.StagedoorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StagedoorTest
class FirstAdminEmailTests {

    @Autowired
    UserRepository users;

    @Autowired
    RegistrationService registrations;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void demoteAllAdmins() {
        jdbc.sql("UPDATE users.users SET role = 'PARTICIPANT' WHERE role = 'ADMIN'")
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boss",
                "x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890@example.com"
            })
    void invalidEmailCreatesNoAdmin(String email) {
        new FirstAdmin(new FirstAdminProperties(email, "keys-of-the-whole-house"), users, registrations).run(null);

        assertThat(users.existsByRole(Role.ADMIN)).isFalse();
    }
}
