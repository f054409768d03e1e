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

/** Every rejected sign-in computes an Argon2id hash. The test measures the 19 MiB that it allocates. */
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
    UserRepository users;

    @Autowired
    SecurityLog securityLog;

    @Test
    void correctPasswordReturnsTheAccount() {
        var person = people.anyone();

        assertThat(credentials
                        .check(person.email(), RawPassword.of(People.PASSWORD))
                        .userId())
                .isEqualTo(person.id());
    }

    @Test
    void unknownEmailComputesAHash() {
        expectRejectionAfterAHash(People.anyEmail());
    }

    @Test
    void deactivatedAccountComputesAHash() {
        var person = people.anyone();
        jdbc.sql("UPDATE users.users SET is_active = false WHERE id = ?")
                .param(person.id())
                .update();

        expectRejectionAfterAHash(person.email());
    }

    @Test
    void accountWithoutPasswordComputesAHash() {
        var email = People.anyEmail();
        jdbc.sql("INSERT INTO users.users (email, better_auth_id, first_name, last_name) VALUES (?, ?, 'A', 'B')")
                .params(email, UUID.randomUUID().toString())
                .update();

        expectRejectionAfterAHash(email);
    }

    private void expectRejectionAfterAHash(String email) {
        var firstTime = new Credentials(users, new PasswordHashes(), securityLog);
        var before = THREADS.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> firstTime.check(email, RawPassword.of(People.PASSWORD)))
                .isInstanceOf(ProblemException.class);

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isGreaterThanOrEqualTo(MEMORY_OF_A_HASH);
    }
}
