package dev.stagedoor.account.password;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.springframework.stereotype.Component;

/** Argon2id at OWASP's parameters (19 MiB, 2 passes), with a bound on how many are computed at once. */
@Component
public class PasswordHashes {

    private static final int KIB = 19_456;
    private static final int PASSES = 2;

    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    /** Made without the work of a hash, and costs the whole of it to compare with. */
    private static final Argon2Hash OF_NOBODY = Argon2Hash.parse(
                    "$argon2id$v=19$m=" + KIB + ",t=" + PASSES + ",p=1$" + "A".repeat(22) + "$" + "A".repeat(43))
            .orElseThrow();

    private static final int MOST_KIB = 64 * 1024;
    private static final int MOST_PASSES = 16;

    /** Fewer than the server has threads, so that who signs in leaves some to everyone else. */
    private static final int MOST_WAITING = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SecureRandom random = new SecureRandom();
    private final ArgonBlockPool memory = new ArgonBlockPool(KIB);
    private final Semaphore lanes = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    public String of(RawPassword password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return inLane(blocks -> Argon2Hash.of(password.reveal(), KIB, PASSES, salt, TAG_BYTES, blocks))
                .text();
    }

    /**
     * By the parameters that the hash itself names. Takes the same work and time where there is nobody to compare with
     * (null) or the hash is of another kind; nothing matches then.
     */
    public boolean matches(RawPassword password, String hash) {
        var known = Optional.ofNullable(hash).flatMap(Argon2Hash::parse).filter(PasswordHashes::isAffordable);
        var matches = inLane(blocks -> known.orElse(OF_NOBODY).matches(password.reveal(), blocks));
        return matches && known.isPresent();
    }

    /** A foreign row must not cost gigabytes. */
    private static boolean isAffordable(Argon2Hash hash) {
        return hash.kib() <= MOST_KIB && hash.passes() <= MOST_PASSES;
    }

    /** Refuses with {@code service-unavailable} where so many wait already that it would take too long. */
    private <T> T inLane(Function<BlockPool, T> work) {
        if (!enter()) {
            throw ProblemException.withRetryAfter(
                    ProblemCode.SERVICE_UNAVAILABLE, "Too many people sign in at this moment.", Duration.ofSeconds(5));
        }
        try {
            return memory.lend(work);
        } finally {
            lanes.release();
        }
    }

    private boolean enter() {
        try {
            return lanes.getQueueLength() < MOST_WAITING && lanes.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
