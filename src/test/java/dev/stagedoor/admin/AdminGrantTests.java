package dev.stagedoor.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.platform.job.Jobs;
import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code --job=grant-admin} */
@ExtendWith(OutputCaptureExtension.class)
@Tag("process")
class AdminGrantTests {

    private final Jobs jobs = new Jobs(TestDatabase.fresh());
    private final JdbcClient jdbc = MigratedDatabase.migrated(jobs.database());

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--email=", "--email", "--mail=mia@example.com", "--email=a@b.example --email=c@d.example"})
    void invalidOptionsReturn2(String options) {
        assertThat(jobs.run("grant-admin", options.isEmpty() ? new String[0] : options.split(" ")))
                .isEqualTo(2);
    }

    @Test
    void unknownAndUnverifiedAccountsAreRejected(CapturedOutput output) {
        var unverified = account("mia@example.com", false);

        assertThat(jobs.run("grant-admin", "--email=noah@example.com")).isEqualTo(1);
        assertThat(jobs.run("grant-admin", "--email=mia@example.com")).isEqualTo(1);

        assertThat(output).contains("No account has this email address", "Cannot change the account " + unverified);
        assertThat(role(unverified)).isEqualTo("PARTICIPANT");
        assertThat(events()).isEmpty();
    }

    @Test
    void verifiedAccountBecomesAnAdmin(CapturedOutput output) {
        var mia = account("mia@example.com", true);
        jdbc.sql("UPDATE users.users SET is_active = false").update();

        assertThat(jobs.run("grant-admin", "--email= MIA@example.com", "--spring.flyway.enabled=false"))
                .isZero();
        assertThat(jobs.run("grant-admin", "--email=mia@example.com")).isZero();

        assertThat(output)
                .contains("The account " + mia + " is an admin now")
                .contains("The account " + mia + " is already an active admin");
        assertThat(role(mia)).isEqualTo("ADMIN");
        assertThat(events())
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("action", "USER_UPDATED")
                        .containsEntry("user_id", mia)
                        .containsEntry("actor_id", new UUID(0, 0)));
    }

    private UUID account(String email, boolean verified) {
        return jdbc.sql("""
                INSERT INTO users.users (email, better_auth_id, first_name, last_name, email_verified)
                VALUES (?, ?, 'Mia', 'Lindqvist', ?) RETURNING id""").params(email, email, verified).query(UUID.class).single();
    }

    private String role(UUID id) {
        return jdbc.sql("SELECT role FROM users.users WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private List<Map<String, Object>> events() {
        return jdbc.sql("SELECT * FROM audit.audit_events").query().listOfRows();
    }
}
