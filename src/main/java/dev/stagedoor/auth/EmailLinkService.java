package dev.stagedoor.auth;

import dev.stagedoor.access.OneTimeTokens;
import dev.stagedoor.access.SessionService;
import dev.stagedoor.access.TokenPurpose;
import dev.stagedoor.account.AccountDeletion;
import dev.stagedoor.account.AccountService;
import dev.stagedoor.account.PasswordAttempts;
import dev.stagedoor.account.PasswordService;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.notification.EmailNotifications;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
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

/** Sends email links and redeems their tokens. All methods are rate-limited ({@code too-many-requests}). */
@Service
@RequiredArgsConstructor
public class EmailLinkService {

    private final OneTimeTokens tokens;
    private final AccountService accounts;
    private final AccountDeletion deletion;
    private final PasswordService passwords;
    private final SessionService sessions;
    private final EmailNotifications notifications;
    private final PasswordAttempts attempts;
    private final RateLimits limits;
    private final SecurityLog securityLog;
    private final TransactionOperations transaction;

    public void requestVerification(UUID userId, Client client) {
        limitEmails(userId.toString(), client);
        notifications.verifyEmail(userId);
    }

    /** Behaves the same whether or not the account exists, so that it does not disclose registered addresses. */
    public void requestReset(String email, Client client) {
        limitEmails(email, client);
        notifications.resetPassword(email);
        securityLog.record(SecurityEvent.PASSWORD_RESET_REQUESTED, null);
    }

    /** @throws ProblemException {@code invalid-token} */
    public void verifyEmail(String token, Client client) {
        redeem(token, TokenPurpose.VERIFY_EMAIL, client, userId -> {
            accounts.verifyEmail(userId);
            securityLog.record(SecurityEvent.EMAIL_VERIFIED, userId);
        });
    }

    /**
     * Restores a deleted account that is not yet purged.
     *
     * @throws ProblemException {@code invalid-token}
     */
    public void restore(String token, Client client) {
        redeem(token, TokenPurpose.RESTORE_ACCOUNT, client, userId -> {
            if (!deletion.restore(userId)) {
                throw OneTimeTokens.invalidToken();
            }
            securityLog.record(SecurityEvent.ACCOUNT_RESTORED, userId);
        });
    }

    /**
     * Sets the password and ends all sessions.
     *
     * @throws ProblemException {@code invalid-token}, or {@code validation-failed} if the password is not acceptable; the
     *     token remains valid in that case
     */
    public void resetPassword(String token, RawPassword password, Client client) {
        var holder = limited(client, () -> tokens.userId(token, TokenPurpose.RESET_PASSWORD));
        var reset = passwords.prepareReset(holder, password);
        redeem(token, TokenPurpose.RESET_PASSWORD, client, userId -> {
            if (!passwords.reset(reset)) {
                throw OneTimeTokens.invalidToken();
            }
            sessions.endAll(userId);
            attempts.reset(reset.email(), client);
            securityLog.record(SecurityEvent.PASSWORD_RESET, userId);
        });
    }

    /**
     * Redeems a token and applies the change in one transaction. Locks the account before the token, in the same order as all
     * other account changes, to avoid deadlocks; only one of several concurrent calls with the same token makes the change.
     * The token is invalid if the account was purged in the meantime.
     */
    private void redeem(String token, TokenPurpose purpose, Client client, Consumer<UUID> change) {
        limited(
                client,
                () -> transaction.execute(status -> {
                    if (!accounts.lockIfExists(tokens.userId(token, purpose))) {
                        throw OneTimeTokens.invalidToken();
                    }
                    var userId = tokens.redeem(token, purpose);
                    change.accept(userId);
                    return userId;
                }));
    }

    private UUID limited(Client client, Supplier<UUID> action) {
        var attempt = new Attempt(RateLimit.TOKEN_BY_ADDRESS, AddressKey.of(client.address()));
        return limits.countFailures(ProblemCode.INVALID_TOKEN, List.of(attempt), action);
    }

    private void limitEmails(String account, Client client) {
        var address = AddressKey.of(client.address());
        limits.take(List.of(
                new Attempt(RateLimit.MAIL_BY_ACCOUNT_AND_ADDRESS, account + " " + address),
                new Attempt(RateLimit.MAIL_BY_ACCOUNT, account),
                new Attempt(RateLimit.MAIL_BY_ADDRESS, address)));
    }
}
