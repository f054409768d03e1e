package dev.stagedoor.auth;

import dev.stagedoor.access.OneTimeTokens;
import dev.stagedoor.access.SessionService;
import dev.stagedoor.access.TokenPurpose;
import dev.stagedoor.account.AccountDeletion;
import dev.stagedoor.account.AccountService;
import dev.stagedoor.account.PasswordService;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.notification.EmailNotifications;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.ratelimit.AddressKey;
import dev.stagedoor.platform.ratelimit.RateLimit;
import dev.stagedoor.platform.ratelimit.RateLimits;
import dev.stagedoor.platform.ratelimit.RateLimits.Attempt;
import dev.stagedoor.platform.security.SecurityEvent;
import dev.stagedoor.platform.security.SecurityLog;
import dev.stagedoor.platform.web.Client;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What a person can do with a link from its mailbox, and how it gets one. */
@Service
@RequiredArgsConstructor
public class EmailLinkService {

    private final OneTimeTokens tokens;
    private final AccountService accounts;
    private final AccountDeletion deletion;
    private final PasswordService passwords;
    private final SessionService sessions;
    private final EmailNotifications notices;
    private final RateLimits limits;
    private final SecurityLog securityLog;
    private final TransactionOperations transaction;

    /** Refuses with {@code too-many-requests}. */
    public void requestVerification(UUID userId, Client client) {
        takeMail(userId.toString(), client);
        notices.verifyEmail(userId);
    }

    /** Tells nobody whether there is such an account. Refuses with {@code too-many-requests}. */
    public void requestReset(String email, Client client) {
        takeMail(email, client);
        notices.resetPassword(email);
        securityLog.record(SecurityEvent.PASSWORD_RESET_REQUESTED, null);
    }

    /** Refuses with {@code invalid-token} and {@code too-many-requests}. */
    public void verifyEmail(String token, Client client) {
        redeem(token, TokenPurpose.VERIFY_EMAIL, client, userId -> {
            accounts.verifyEmail(userId);
            securityLog.record(SecurityEvent.EMAIL_VERIFIED, userId);
        });
    }

    /** Undoes a deletion. Refuses with {@code invalid-token} and {@code too-many-requests}. */
    public void restore(String token, Client client) {
        redeem(token, TokenPurpose.RESTORE_ACCOUNT, client, userId -> {
            if (!deletion.restore(userId)) {
                throw OneTimeTokens.refusal();
            }
            securityLog.record(SecurityEvent.ACCOUNT_RESTORED, userId);
        });
    }

    /**
     * Ends every session. Refuses with {@code invalid-token}, {@code validation-failed} (the token is still good then) and
     * {@code too-many-requests}.
     */
    public void resetPassword(String token, RawPassword password, Client client) {
        var holder = counted(client, () -> tokens.holder(token, TokenPurpose.RESET_PASSWORD));
        var reset = passwords.prepareReset(holder, password);
        redeem(token, TokenPurpose.RESET_PASSWORD, client, userId -> {
            if (!passwords.reset(reset)) {
                throw OneTimeTokens.refusal();
            }
            sessions.endAll(userId);
            limits.reset(RateLimit.LOGIN_BY_ACCOUNT, reset.email());
            limits.reset(RateLimit.LOGIN_BY_ACCOUNT, userId.toString());
            securityLog.record(SecurityEvent.PASSWORD_RESET, userId);
        });
    }

    /** Of many with the same token one does the work; the account's row comes first, as in every change of it. */
    private void redeem(String token, TokenPurpose purpose, Client client, Consumer<UUID> work) {
        counted(
                client,
                () -> transaction.execute(status -> {
                    accounts.lock(tokens.holder(token, purpose));
                    var userId = tokens.redeem(token, purpose);
                    work.accept(userId);
                    return userId;
                }));
    }

    private UUID counted(Client client, Supplier<UUID> work) {
        var tries = List.of(new Attempt(RateLimit.TOKEN_BY_ADDRESS, AddressKey.of(client.address())));
        return limits.countFailures(ProblemCode.INVALID_TOKEN, tries, work);
    }

    private void takeMail(String account, Client client) {
        limits.take(RateLimit.MAIL_BY_ADDRESS, AddressKey.of(client.address()));
        limits.take(RateLimit.MAIL_BY_ACCOUNT, account);
    }
}
