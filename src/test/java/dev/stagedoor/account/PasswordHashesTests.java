package dev.stagedoor.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class PasswordHashesTests {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MEMORY_OF_A_HASH = 19_456 * 1024L;

    private final PasswordHashes hashes = new PasswordHashes();

    @Test
    void knowsAPasswordByItsHash() {
        var hash = hashes.of(RawPassword.of("see-you-at-the-show"));

        assertThat(hashes.matches(RawPassword.of("see-you-at-the-show"), hash)).isTrue();
        assertThat(hashes.matches(RawPassword.of("see-you-at-the-shoW"), hash)).isFalse();
    }

    @Test
    void saltsEachHash() {
        var password = RawPassword.of("see-you-at-the-show");

        assertThat(hashes.of(password)).isNotEqualTo(hashes.of(password));
    }

    @Test
    void keepsItsParametersInTheHash() {
        assertThat(hashes.of(RawPassword.of("see-you-at-the-show"))).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void nobodyMatchesWhateverIsTyped() {
        assertThat(hashes.matches(RawPassword.of("see-you-at-the-show"), null)).isFalse();
        assertThat(hashes.matches(RawPassword.of("nobody's password"), null)).isFalse();
    }

    /** Argon2id fills 19 MiB for each hash it computes, so the memory that was taken tells the work that was done. */
    @Test
    void doesTheWholeWorkForNobodyToo() {
        hashes.matches(RawPassword.of("warm"), null);
        var before = THREADS.getCurrentThreadAllocatedBytes();

        hashes.matches(RawPassword.of("see-you-at-the-show"), null);

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isGreaterThanOrEqualTo(MEMORY_OF_A_HASH);
    }
}
