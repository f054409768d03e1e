package dev.stagedoor.access;

import com.nimbusds.jose.JOSEException;
import java.time.Instant;
import org.springframework.beans.factory.BeanFactory;

/** Creates expired but otherwise valid access tokens. */
public final class ExpiredTokens {

    private ExpiredTokens() {}

    /** Returns the token with an expiry of one second ago. */
    public static String like(String accessToken, BeanFactory service) {
        try {
            var key = service.getBean(SigningKeys.class).signer().toECPrivateKey();
            var past = Instant.now().minusSeconds(1).getEpochSecond();
            return TokenDraft.like(accessToken).claim("exp", past).signed(TokenSigner.of("ES256", key));
        } catch (JOSEException exception) {
            throw new AssertionError(exception);
        }
    }
}
