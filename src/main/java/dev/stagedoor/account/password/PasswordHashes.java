package dev.stagedoor.account.password;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id and OWASP's parameters (19 MiB, 2 passes). Also verifies imported hashes. Limits concurrent
 * computations to the CPUs.
 */
@Component
public class PasswordHashes {

    private static final int KIB = 19_456;
    private static final int PASSES = 2;

    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    /** The start of every hash with the current parameters. */
    private static final String CURRENT = "$argon2id$v=19$m=" + KIB + ",t=" + PASSES + ",p=1$";

    /** Matches no password. Comparing with it takes as long as comparing with a real hash. */
    private static final Argon2Hash DUMMY =
            Argon2Hash.parse(CURRENT + "A".repeat(22) + "$" + "A".repeat(43)).orElseThrow();

    /** Lower than the number of server threads, so that sign-ins cannot block all of them. */
    private static final int MAX_QUEUED = 100;

    private static final Duration MAX_WAIT = Duration.ofSeconds(20);

    private final SecureRandom random = new SecureRandom();
    private final ArgonBlockPool memory = new ArgonBlockPool(KIB);
    private final Semaphore permits = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    public String hash(RawPassword password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return hash(password, salt);
    }

    /** Returns whether the algorithm and the form of a hash are supported, and its parameters are within the bounds. */
    public static boolean isSupported(String hash) {
        return parse(hash).isPresent();
    }

    /**
     * Returns the stored hash of a verified password, or a new hash if the stored one is not current: of another algorithm or
     * form, with other parameters, or of a password that was not normalized. The new salt is derived from the stored hash, so
     * that concurrent sign-ins compute the same new hash.
     */
    public String renew(RawPassword password, String stored) {
        return isCurrent(password, stored)
                ? stored
                : hash(password, Arrays.copyOf(Sha256.sha256(stored.getBytes(StandardCharsets.UTF_8)), SALT_BYTES));
    }

    private boolean isCurrent(RawPassword password, String stored) {
        return stored.startsWith(CURRENT)
                && (password.isNormalized() || matches(RawPassword.of(password.reveal()), stored));
    }

    private String hash(RawPassword password, byte[] salt) {
        return withPermit(blocks -> Argon2Hash.of(password.reveal(), KIB, PASSES, salt, TAG_BYTES, blocks))
                .text();
    }

    /**
     * Verifies a password with the algorithm and the parameters of the stored hash. A null or unsupported hash never matches,
     * and takes as long as a current one.
     */
    public boolean matches(RawPassword password, String hash) {
        var parsed = Optional.ofNullable(hash).flatMap(PasswordHashes::parse);
        var matches = withPermit(blocks -> parsed.orElse(DUMMY).matches(password, blocks));
        return matches && parsed.isPresent();
    }

    private static Optional<PasswordHash> parse(String hash) {
        return Stream.<Function<String, Optional<? extends PasswordHash>>>of(
                        Argon2Hash::parse, BcryptHash::parse, ScryptHash::parse, Pbkdf2Hash::parse)
                .flatMap(format -> format.apply(hash).stream())
                .map(PasswordHash.class::cast)
                .findFirst();
    }

    /** @throws ProblemException {@code service-unavailable} if the queue is full or the wait exceeds 20 seconds */
    private <T> T withPermit(Function<BlockPool, T> computation) {
        if (!acquire()) {
            throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, "sign-ins")
                    .withRetryAfter(Duration.ofSeconds(5));
        }
        try {
            return memory.withBlocks(computation);
        } finally {
            permits.release();
        }
    }

    private boolean acquire() {
        try {
            return permits.getQueueLength() < MAX_QUEUED && permits.tryAcquire(MAX_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
