package dev.stagedoor.account;

import dev.stagedoor.platform.problem.ProblemCode;
import dev.stagedoor.platform.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id at OWASP's parameters (19 MiB, 2 passes), with a bound on how many are computed at once. */
@Component
class PasswordHashes {

    private static final int KIB = 19_456;
    private static final int PASSES = 2;

    /** Made without the work of a hash, and costs the whole of it to compare with. */
    private static final String OF_NOBODY =
            "$argon2id$v=19$m=" + KIB + ",t=" + PASSES + ",p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

    private static final Pattern FORM = Pattern.compile("\\$argon2(id|i|d)\\$v=(16|19)"
            + "\\$m=(?<kib>[1-9]\\d{3,5}),t=(?<passes>[1-9]\\d?),p=[1-9]"
            + "\\$[A-Za-z0-9+/]{11,}\\$[A-Za-z0-9+/]{16,}");
    private static final int MOST_KIB = 64 * 1024;
    private static final int MOST_PASSES = 16;

    /** Fewer than the server has threads, so that who signs in leaves some to everyone else. */
    private static final int MOST_WAITING = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, KIB, PASSES);
    private final Semaphore lanes = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    String of(RawPassword password) {
        return inLane(() -> encoder.encode(password.reveal()));
    }

    /**
     * By the parameters that the hash itself names. Takes the same work and time where there is nobody to compare with
     * (null) or the hash is of another kind; nothing matches then.
     */
    boolean matches(RawPassword password, String hash) {
        var ours = hash != null && isUsable(hash);
        var matches = inLane(() -> encoder.matches(password.reveal(), ours ? hash : OF_NOBODY));
        return matches && ours;
    }

    /**
     * Whether it is an Argon2 hash whose parameters can be afforded: a foreign row must not cost gigabytes, and the
     * library takes the memory as soon as it reads the parameters.
     */
    private static boolean isUsable(String hash) {
        var form = FORM.matcher(hash);
        return form.matches()
                && Integer.parseInt(form.group("kib")) <= MOST_KIB
                && Integer.parseInt(form.group("passes")) <= MOST_PASSES;
    }

    /** Refuses with {@code service-unavailable} where so many wait already that it would take too long. */
    private <T> T inLane(Supplier<T> work) {
        if (!enter()) {
            throw ProblemException.later(
                    ProblemCode.SERVICE_UNAVAILABLE, "Too many people sign in at this moment.", Duration.ofSeconds(5));
        }
        try {
            return work.get();
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
