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
 * The secrets of mailed links: 256 random bits, of which a digest is kept. One a person and purpose; it is gone when it
 * is redeemed, when a newer one is asked for, and when the password changes.
 */
@Service
@RequiredArgsConstructor
public class OneTimeTokens {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    /** A new token, in the place of the one before. This is the only time that it is seen. */
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

    /** Whose token it is, without using it up. Refuses with {@code invalid-token}. */
    public UUID holder(String token, TokenPurpose purpose) {
        return jdbc.sql(
                        "SELECT user_id FROM access.one_time_tokens WHERE digest = ? AND purpose = ? AND expires_at > ?")
                .params(digest(token), purpose.name(), timestamp(clock.instant()))
                .query(UUID.class)
                .optional()
                .orElseThrow(OneTimeTokens::refusal);
    }

    /** Whose token it was; of many who redeem it at once, one does. Refuses with {@code invalid-token}. */
    @Transactional
    public UUID redeem(String token, TokenPurpose purpose) {
        return jdbc.sql("""
                DELETE FROM access.one_time_tokens WHERE digest = ? AND purpose = ? AND expires_at > ?
                RETURNING user_id""")
                .params(digest(token), purpose.name(), timestamp(clock.instant()))
                .query(UUID.class)
                .optional()
                .orElseThrow(OneTimeTokens::refusal);
    }

    @Transactional
    public void withdraw(UUID userId, TokenPurpose purpose) {
        jdbc.sql("DELETE FROM access.one_time_tokens WHERE user_id = ? AND purpose = ?")
                .params(userId, purpose.name())
                .update();
    }

    /** After the mails that wait are withdrawn: a delivery under way makes its token before, or not at all. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(PasswordChanged event) {
        withdrawAll(event.userId());
    }

    @EventListener
    void on(AccountDeactivated event) {
        withdrawAll(event.userId());
    }

    @EventListener
    void on(AccountRestored event) {
        withdrawAll(event.userId());
    }

    @EventListener
    void on(AccountPurged event) {
        withdrawAll(event.userId());
    }

    private void withdrawAll(UUID userId) {
        jdbc.sql("DELETE FROM access.one_time_tokens WHERE user_id = ?")
                .param(userId)
                .update();
    }

    private static byte[] digest(String token) {
        try {
            return Sha256.sha256(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException notOurs) {
            throw refusal();
        }
    }

    public static ProblemException refusal() {
        return new ProblemException(ProblemCode.INVALID_TOKEN, "Ask for a new mail.");
    }
}
