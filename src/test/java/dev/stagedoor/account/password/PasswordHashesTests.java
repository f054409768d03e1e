package dev.stagedoor.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.stagedoor.support.Together;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordHashesTests {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MEMORY_OF_A_HASH = 19_456 * 1024L;

    private final PasswordHashes hashes = new PasswordHashes();

    @Test
    void passwordMatchesItsHash() {
        var hash = hashes.hash(RawPassword.of("see-you-at-the-show"));

        assertThat(hashes.matches(RawPassword.of("see-you-at-the-show"), hash)).isTrue();
        assertThat(hashes.matches(RawPassword.of("see-you-at-the-shoW"), hash)).isFalse();
    }

    @Test
    void eachHashIsSalted() {
        var password = RawPassword.of("see-you-at-the-show");

        assertThat(hashes.hash(password)).isNotEqualTo(hashes.hash(password));
    }

    @Test
    void parametersArePartOfTheHash() {
        assertThat(hashes.hash(RawPassword.of("see-you-at-the-show"))).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void nullHashNeverMatches() {
        assertThat(hashes.matches(RawPassword.of("see-you-at-the-show"), null)).isFalse();
        assertThat(hashes.matches(RawPassword.of("any-password-at-all"), null)).isFalse();
    }

    /** Argon2id allocates 19 MiB per hash, so the allocated memory shows whether a hash was computed. */
    @Test
    void nullHashComputesAHash() {
        assertThat(allocated(() -> hashes.matches(RawPassword.of("see-you-at-the-show"), null)))
                .isGreaterThanOrEqualTo(MEMORY_OF_A_HASH);
    }

    @Test
    void memoryIsReused() {
        var first = hashes.hash(RawPassword.of("see-you-at-the-show"));

        assertThat(allocated(() -> hashes.matches(RawPassword.of("another"), first)))
                .isLessThan(MEMORY_OF_A_HASH / 10);
        assertThat(hashes.matches(RawPassword.of("see-you-at-the-show"), first)).isTrue();
    }

    @Test
    void concurrentHashesUseSeparateMemory() {
        var texts = Together.run(6, number -> hashes.hash(RawPassword.of("see-you-at-the-show-" + number)));

        Together.run(6, number -> {
            assertThat(hashes.matches(RawPassword.of("see-you-at-the-show-" + number), texts.get(number)))
                    .isTrue();
            assertThat(hashes.matches(RawPassword.of("see-you-at-the-show-" + number), texts.get((number + 1) % 6)))
                    .isFalse();
            return number;
        });
    }

    /** Verifies only the format, because both implementations use Bouncy Castle's Argon2. */
    @Test
    void springSecurityVerifiesTheHash() {
        assertThat(new Argon2PasswordEncoder(16, 32, 1, 19_456, 2)
                        .matches("see-you-at-the-shöw", hashes.hash(RawPassword.of("see-you-at-the-shöw"))))
                .isTrue();
    }

    private static long allocated(Runnable work) {
        var before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
