package dev.stagedoor.access;

import static dev.stagedoor.platform.persistence.ResultSets.timestamp;

import dev.stagedoor.account.AccountDeactivated;
import dev.stagedoor.account.AccountPurged;
import dev.stagedoor.account.AccountRestored;
import dev.stagedoor.account.PasswordChanged;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The 256-bit random tokens of email links. Only digests are stored. An account has one token per purpose. It is deleted when
 * it is redeemed, when a new one is issued, and when the password changes.
 */
@Service
@RequiredArgsConstructor
public class OneTimeTokens {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Issues a token and replaces the previous one of the same purpose. The plain token cannot be read again. */
    @Transactional
    public String issue(UUID userId, TokenPurpose purpose, Instant expiresAt) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        jdbc.sql("""
                INSERT INTO access.one_time_tokens (user_id, purpose, digest, created_at, expires_at)
                VALUES (:user, :purpose, :digest, :now, :expires)
                ON CONFLICT (user_id, purpose)
                DO UPDATE SET digest = :digest, created_at = :now, expires_at = :expires""")
                .param("user", userId)
                .param("purpose", purpose.name())
                .param("digest", Sha256.sha256(secret))
                .param("now", timestamp(clock.instant()))
                .param("expires", timestamp(expiresAt))
                .update();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /**
     * Returns the token's user without redeeming the token.
     *
     * @throws ProblemException {@code invalid-token}
     */
    public UUID userId(String token, TokenPurpose purpose) {
        return jdbc.sql(
                        "SELECT user_id FROM access.one_time_tokens WHERE digest = ? AND purpose = ? AND expires_at > ?")
                .params(digest(token), purpose.name(), timestamp(clock.instant()))
                .query(UUID.class)
                .optional()
                .orElseThrow(OneTimeTokens::invalidToken);
    }

    /**
     * Redeems a token and returns its user. Only one of several concurrent calls succeeds.
     *
     * @throws ProblemException {@code invalid-token}
     */
    @Transactional
    public UUID redeem(String token, TokenPurpose purpose) {
        return jdbc.sql("""
                DELETE FROM access.one_time_tokens WHERE digest = ? AND purpose = ? AND expires_at > ?
                RETURNING user_id""")
                .params(digest(token), purpose.name(), timestamp(clock.instant()))
                .query(UUID.class)
                .optional()
                .orElseThrow(OneTimeTokens::invalidToken);
    }

    @Transactional
    public void revoke(UUID userId, TokenPurpose purpose) {
        jdbc.sql("DELETE FROM access.one_time_tokens WHERE user_id = ? AND purpose = ?")
                .params(userId, purpose.name())
                .update();
    }

    /**
     * Runs last, after pending emails are cancelled, so that a concurrent delivery cannot issue a token after the tokens are
     * deleted.
     */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(PasswordChanged event) {
        revokeAll(event.userId());
    }

    @EventListener
    void on(AccountDeactivated event) {
        revokeAll(event.userId());
    }

    @EventListener
    void on(AccountRestored event) {
        revokeAll(event.userId());
    }

    @EventListener
    void on(AccountPurged event) {
        revokeAll(event.userId());
    }

    private void revokeAll(UUID userId) {
        jdbc.sql("DELETE FROM access.one_time_tokens WHERE user_id = ?")
                .param(userId)
                .update();
    }

    private static byte[] digest(String token) {
        try {
            return Sha256.sha256(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException notBase64) {
            throw invalidToken();
        }
    }

    public static ProblemException invalidToken() {
        return new ProblemException(ProblemCode.INVALID_TOKEN);
    }
}
