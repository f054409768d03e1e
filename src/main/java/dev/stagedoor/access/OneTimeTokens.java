package dev.stagedoor.access;

import dev.stagedoor.account.AccountEvent;
import dev.stagedoor.account.AccountEvent.AccountDeactivated;
import dev.stagedoor.account.AccountEvent.AccountPurged;
import dev.stagedoor.account.AccountEvent.AccountRestored;
import dev.stagedoor.account.AccountEvent.PasswordChanged;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The 256-bit random tokens of email links. Only digests are stored. An account can have several tokens per purpose, so that a
 * further request does not invalidate a link that was just sent. A change of the password deletes all unused tokens.
 */
@Service
@RequiredArgsConstructor
public class OneTimeTokens {

    private static final BytesKeyGenerator RANDOM = KeyGenerators.secureRandom(32);

    private final OneTimeTokenRepository tokens;
    private final Clock clock;

    /**
     * Issues a token. The plain token cannot be read again.
     *
     * @param email the recipient; the token is valid as long as it is the account's email
     */
    @Transactional
    public String issue(UUID userId, String email, TokenPurpose purpose, Instant expiresAt) {
        var secret = RANDOM.generateKey();
        tokens.insert(userId, email, purpose, Sha256.sha256(secret), clock.instant(), expiresAt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /**
     * Returns the token's user without redeeming the token.
     *
     * @throws ProblemException {@code invalid-token}
     */
    public UUID userId(String token, TokenPurpose purpose) {
        return tokens.find(digest(token), purpose, clock.instant()).orElseThrow(OneTimeTokens::invalidToken);
    }

    /**
     * Redeems a token and returns its user. Only one of several concurrent calls succeeds.
     *
     * @throws ProblemException {@code invalid-token}
     */
    @Transactional
    public UUID redeem(String token, TokenPurpose purpose) {
        return tokens.redeem(digest(token), purpose, clock.instant()).orElseThrow(OneTimeTokens::invalidToken);
    }

    /**
     * Runs last, after pending emails are cancelled, so that a concurrent delivery cannot issue a token after the tokens are
     * deleted.
     */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(PasswordChanged event) {
        tokens.deleteUnused(event.userId());
    }

    @EventListener({AccountDeactivated.class, AccountRestored.class, AccountPurged.class})
    void on(AccountEvent event) {
        tokens.deleteAll(event.userId());
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
