package dev.stagedoor.me;

import dev.stagedoor.access.SessionService;
import dev.stagedoor.account.PasswordService;
import dev.stagedoor.account.RawPassword;
import dev.stagedoor.platform.security.CurrentUser;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Changes a person's own password, and signs it out everywhere else. */
@Slf4j
@Service
@RequiredArgsConstructor
public class PasswordChange {

    private final PasswordService passwords;
    private final SessionService sessions;
    private final TransactionOperations transaction;

    /** Refuses with {@code invalid-credentials}, {@code validation-failed} and {@code conflict}. */
    public void change(CurrentUser caller, ChangePasswordDto change) {
        var replacement = passwords.prepare(
                caller.id(), RawPassword.of(change.currentPassword()), RawPassword.of(change.newPassword()));
        transaction.executeWithoutResult(status -> {
            passwords.replace(replacement);
            sessions.endOthers(caller);
        });
        log.info("Password changed: user {}", caller.id());
    }
}
