package dev.stagedoor.admin;

import dev.stagedoor.access.ExternalIdentities;
import dev.stagedoor.access.SessionService;
import dev.stagedoor.account.AccountService;
import dev.stagedoor.account.PasswordAttempts;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Describes and ends the access to an account. */
@Service
@RequiredArgsConstructor
public class AccessAdministration {

    private final AccountService accounts;
    private final SessionService sessions;
    private final ExternalIdentities identities;
    private final PasswordAttempts attempts;
    private final AuditLog auditLog;
    private final SecurityLog securityLog;

    /** @throws ProblemException {@code not-found} */
    public UserAccessDto describe(CurrentUser actor, UUID userId) {
        var user = accounts.read(userId);
        auditLog.record(actor, AuditAction.USER_ACCESS_READ, userId, null, null);
        var linked = identities.linked(userId);
        return new UserAccessDto(
                attempts.lockedUntil(user.email()).orElse(null),
                user.lastLoginAt(),
                sessions.count(userId),
                linked.size());
    }

    /**
     * Ends every session of an account, and rejects tokens of identity providers that were issued earlier.
     *
     * @throws ProblemException {@code not-found}; {@code forbidden} if the caller is no longer an admin
     */
    @Transactional
    public void endSessions(CurrentUser actor, UUID userId) {
        if (!accounts.lockAdmins().contains(actor.userId())) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "no-longer-admin");
        }
        accounts.rejectEarlierTokens(userId);
        sessions.endAll(userId);
        auditLog.record(actor, AuditAction.USER_SESSIONS_ENDED, userId, null, null);
        securityLog.record(SecurityEvent.SESSIONS_ENDED, userId, Map.of("actorId", actor.userId()));
    }
}
