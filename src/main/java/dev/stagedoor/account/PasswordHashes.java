package dev.stagedoor.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id at OWASP's parameters (19 MiB, 2 passes), with a bound on how many are computed at once. */
@Component
class PasswordHashes {

    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private final PasswordEncoder encoder = new Argon2Password4jPasswordEncoder(ARGON2ID);
    private final Semaphore lanes = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String ofNobody = encoder.encode("nobody's password");

    String of(RawPassword password) {
        return inLane(() -> encoder.encode(password.reveal()));
    }

    /**
     * By the parameters that the hash itself names. Takes the same work and time where there is nobody to compare with
     * (null) or the hash is of another kind; nothing matches then.
     */
    boolean matches(RawPassword password, String hash) {
        var ours = hash != null && hash.startsWith("$argon2");
        var matches = inLane(() -> check(password.reveal(), ours ? hash : ofNobody));
        return matches && ours;
    }

    private static boolean check(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    private <T> T inLane(Supplier<T> work) {
        lanes.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            lanes.release();
        }
    }
}
