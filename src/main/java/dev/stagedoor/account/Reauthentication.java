package dev.stagedoor.account;

import dev.stagedoor.account.Credentials.VerifiedPassword;
import dev.stagedoor.account.password.PasswordHashes;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.Client;
import java.time.Clock;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Confirms that the caller is the owner of the account, before an operation that a stolen access token must not perform. */
@Service
@RequiredArgsConstructor
public class Reauthentication {

    private static final Duration RECENT = Duration.ofMinutes(10);

    private final UserRepository users;
    private final PasswordHashes hashes;
    private final PasswordAttempts attempts;
    private final Clock clock;

    /**
     * Verifies the caller's password. An account without a password requires a recent sign-in instead.
     *
     * @param password null if the request contains none
     * @throws ProblemException {@code validation-failed} if the password is missing; {@code invalid-credentials} if it is
     *     wrong; {@code reauthentication-required}; {@code too-many-requests}
     */
    public VerifiedPassword confirm(CurrentUser caller, RawPassword password, Client client) {
        var account = users.findPasswordById(caller.userId()).orElseThrow(() -> ProblemException.notFound("user"));
        return attempts.limit(account.email(), client, () -> verify(caller, account.passwordHash(), password));
    }

    /** @throws ProblemException {@code reauthentication-required} */
    public void requireRecentSignIn(CurrentUser caller) {
        if (caller.signedInAt().isBefore(clock.instant().minus(RECENT))) {
            throw new ProblemException(ProblemCode.REAUTHENTICATION_REQUIRED);
        }
    }

    private VerifiedPassword verify(CurrentUser caller, String hash, RawPassword password) {
        if (password == null && hash == null) {
            requireRecentSignIn(caller);
        } else if (password == null) {
            throw ProblemException.invalid("password", InvalidField.REQUIRED, "must-be-present");
        } else if (!hashes.matches(password, hash)) {
            throw new ProblemException(ProblemCode.INVALID_CREDENTIALS, "password");
        }
        return new VerifiedPassword(caller.userId(), hash);
    }
}
