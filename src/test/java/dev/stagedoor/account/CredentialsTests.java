package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.stagedoor.account.password.PasswordHashes;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.SecurityLog;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import java.lang.management.ManagementFactory;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every refusal costs a whole Argon2id hash, told by the 19 MiB that the first one fills. */
@StagedoorTest
class CredentialsTests {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MEMORY_OF_A_HASH = 19_456 * 1024L;

    @Autowired
    Credentials credentials;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SecurityLog securityLog;

    @Test
    void findTheAccountOfARightPassword() {
        var person = people.anyone();

        assertThat(credentials
                        .check(person.email(), RawPassword.of(People.PASSWORD))
                        .userId())
                .isEqualTo(person.id());
    }

    @Test
    void doTheSameWorkForAnUnknownEmail() {
        expectRefusedAfterAHash(People.anyEmail());
    }

    @Test
    void doTheSameWorkForADeactivatedAccount() {
        var person = people.anyone();
        jdbc.sql("UPDATE users.users SET is_active = false WHERE id = ?")
                .param(person.id())
                .update();

        expectRefusedAfterAHash(person.email());
    }

    @Test
    void doTheSameWorkForAnAccountWithoutAPassword() {
        var email = People.anyEmail();
        jdbc.sql("INSERT INTO users.users (email, better_auth_id, first_name, last_name) VALUES (?, ?, 'A', 'B')")
                .params(email, UUID.randomUUID().toString())
                .update();

        expectRefusedAfterAHash(email);
    }

    private void expectRefusedAfterAHash(String email) {
        var firstTime = new Credentials(jdbc, new PasswordHashes(), securityLog);
        var before = THREADS.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> firstTime.check(email, RawPassword.of(People.PASSWORD)))
                .isInstanceOf(ProblemException.class);

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isGreaterThanOrEqualTo(MEMORY_OF_A_HASH);
    }
}
