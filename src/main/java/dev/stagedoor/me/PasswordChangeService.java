package dev.stagedoor.me;

import dev.stagedoor.access.SessionService;
import dev.stagedoor.account.PasswordService;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.ratelimit.RateLimit;
import dev.stagedoor.platform.ratelimit.RateLimits;
import dev.stagedoor.platform.ratelimit.RateLimits.Attempt;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Changes the current user's password and ends the user's other sessions. */
@Service
@RequiredArgsConstructor
public class PasswordChangeService {

    private final PasswordService passwords;
    private final SessionService sessions;
    private final RateLimits limits;
    private final SecurityLog securityLog;
    private final TransactionOperations transaction;

    /**
     * @throws ProblemException {@code invalid-credentials}, {@code validation-failed}, {@code conflict} or
     *     {@code too-many-requests}
     */
    public void change(CurrentUser caller, ChangePasswordDto change) {
        var attempts =
                List.of(new Attempt(RateLimit.LOGIN_BY_ACCOUNT, caller.userId().toString()));
        var replacement = limits.countFailures(
                ProblemCode.INVALID_CREDENTIALS,
                attempts,
                () -> passwords.prepare(
                        caller.userId(),
                        RawPassword.of(change.currentPassword()),
                        RawPassword.of(change.newPassword())));
        transaction.executeWithoutResult(status -> {
            passwords.replace(replacement);
            sessions.endOthers(caller);
        });
        securityLog.record(SecurityEvent.PASSWORD_CHANGED, caller.userId());
    }
}
