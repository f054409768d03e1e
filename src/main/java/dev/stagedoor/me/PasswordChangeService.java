package dev.stagedoor.me;

import dev.stagedoor.access.SessionService;
import dev.stagedoor.account.PasswordService;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.ProblemCode;
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

/** Changes a person's own password, and signs it out everywhere else. */
@Service
@RequiredArgsConstructor
public class PasswordChangeService {

    private final PasswordService passwords;
    private final SessionService sessions;
    private final RateLimits limits;
    private final SecurityLog securityLog;
    private final TransactionOperations transaction;

    /**
     * Refuses with {@code invalid-credentials}, {@code validation-failed}, {@code conflict} and
     * {@code too-many-requests}.
     */
    public void change(CurrentUser caller, ChangePasswordDto change) {
        var tries = List.of(new Attempt(RateLimit.LOGIN_BY_ACCOUNT, caller.id().toString()));
        var replacement = limits.countFailures(
                ProblemCode.INVALID_CREDENTIALS,
                tries,
                () -> passwords.prepare(
                        caller.id(), RawPassword.of(change.currentPassword()), RawPassword.of(change.newPassword())));
        transaction.executeWithoutResult(status -> {
            passwords.replace(replacement);
            sessions.endOthers(caller);
        });
        securityLog.record(SecurityEvent.PASSWORD_CHANGED, caller.id());
    }
}
