package dev.stagedoor.access;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.persistence.TransactionGuard;
import dev.stagedoor.platform.security.CurrentUser;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * Checks the caller again in the transaction of each write, because its rights may have changed since the request was
 * authenticated. The checked rows stay locked until the commit, so a change of rights waits for the write.
 */
@Component
@RequiredArgsConstructor
class CallerGuard implements TransactionGuard {

    private final CallerRepository callers;
    private final Clock clock;

    /**
     * @throws InvalidBearerTokenException if the session, the account or the token is no longer valid
     * @throws ProblemException {@code forbidden} if the account is no longer an admin
     */
    @Override
    public void check() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof CurrentUser caller) {
            check(caller);
        }
    }

    private void check(CurrentUser caller) {
        var admin = callers.lock(caller, clock.instant())
                .orElseThrow(() -> new InvalidBearerTokenException("The session has ended"));
        if (caller.admin() && !admin) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "no-longer-admin");
        }
    }
}
