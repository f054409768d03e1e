package dev.stagedoor.me;

import dev.stagedoor.account.AccountDeletion;
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

/** Lets a person leave. */
@Service
@RequiredArgsConstructor
public class AccountDeletionService {

    private final AccountDeletion deletion;
    private final RateLimits limits;
    private final SecurityLog securityLog;

    /**
     * Deactivates the caller's account at once, ends its sessions and sends the way back. Refuses with
     * {@code validation-failed}, {@code invalid-credentials}, {@code forbidden}, {@code conflict} and
     * {@code too-many-requests}.
     */
    public AccountDeletionDto leave(CurrentUser caller, DeleteMeDto proof) {
        var password = proof == null || proof.password() == null ? null : RawPassword.of(proof.password());
        var tries = List.of(new Attempt(RateLimit.LOGIN_BY_ACCOUNT, caller.id().toString()));
        var proven = limits.countFailures(
                ProblemCode.INVALID_CREDENTIALS, tries, () -> deletion.prove(caller.id(), password));
        var departure = deletion.leave(proven);
        securityLog.record(SecurityEvent.ACCOUNT_DELETED, caller.id());
        return AccountDeletionDto.of(departure);
    }
}
