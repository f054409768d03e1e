package dev.stagedoor.me;

import dev.stagedoor.account.AccountDeletion;
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

/** Deletes the current user's account after a grace period. */
@Service
@RequiredArgsConstructor
public class AccountDeletionService {

    private final AccountDeletion deletion;
    private final RateLimits limits;
    private final SecurityLog securityLog;

    /**
     * Deactivates the account immediately, ends its sessions and sends an email with a restore link.
     *
     * @throws ProblemException {@code validation-failed}, {@code invalid-credentials}, {@code forbidden},
     *     {@code conflict} or {@code too-many-requests}
     */
    public AccountDeletionDto delete(CurrentUser caller, DeleteMeDto request) {
        var password = request == null || request.password() == null ? null : RawPassword.of(request.password());
        var attempts =
                List.of(new Attempt(RateLimit.LOGIN_BY_ACCOUNT, caller.userId().toString()));
        var verified = limits.countFailures(
                ProblemCode.INVALID_CREDENTIALS, attempts, () -> deletion.verify(caller.userId(), password));
        var deactivation = deletion.deactivate(verified);
        securityLog.record(SecurityEvent.ACCOUNT_DELETED, caller.userId());
        return AccountDeletionDto.of(deactivation);
    }
}
