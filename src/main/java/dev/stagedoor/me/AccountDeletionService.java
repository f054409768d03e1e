package dev.stagedoor.me;

import dev.stagedoor.account.AccountDeletion;
import dev.stagedoor.account.Reauthentication;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import dev.stagedoor.platform.web.Client;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Deletes the current user's account after a grace period. */
@Service
@RequiredArgsConstructor
public class AccountDeletionService {

    private final AccountDeletion deletion;
    private final Reauthentication reauthentication;
    private final SecurityLog securityLog;

    /**
     * Deactivates the account immediately, ends its sessions and sends an email with a restore link.
     *
     * @throws ProblemException {@code validation-failed}, {@code invalid-credentials}, {@code reauthentication-required},
     *     {@code conflict} or {@code too-many-requests}
     */
    public AccountDeletionDto delete(CurrentUser caller, DeleteMeDto request, Client client) {
        var password = request == null ? null : RawPassword.ofNullable(request.password());
        var deactivation = deletion.deactivate(reauthentication.confirm(caller, password, client));
        securityLog.record(SecurityEvent.ACCOUNT_DELETED, caller.userId());
        return AccountDeletionDto.of(deactivation);
    }
}
