package dev.stagedoor.me;

import dev.stagedoor.access.SessionService;
import dev.stagedoor.account.PasswordService;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import dev.stagedoor.platform.web.Client;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Changes the current user's password and ends the user's other sessions. */
@Service
@RequiredArgsConstructor
public class PasswordChangeService {

    private final PasswordService passwords;
    private final SessionService sessions;
    private final SecurityLog securityLog;
    private final TransactionOperations transaction;

    /**
     * @throws ProblemException {@code invalid-credentials}, {@code validation-failed}, {@code conflict} or
     *     {@code too-many-requests}
     */
    public void change(CurrentUser caller, ChangePasswordDto change, Client client) {
        var replacement = passwords.prepare(
                caller.userId(),
                RawPassword.of(change.currentPassword()),
                RawPassword.of(change.newPassword()),
                client);
        transaction.executeWithoutResult(status -> {
            passwords.replace(replacement);
            sessions.endOthers(caller);
        });
        securityLog.record(SecurityEvent.PASSWORD_CHANGED, caller.userId());
    }
}
