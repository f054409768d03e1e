package dev.stagedoor.access;

import com.nimbusds.jose.JOSEException;
import java.time.Instant;
import org.springframework.beans.factory.BeanFactory;

/** Access tokens whose time is up; nothing else about them is wrong. */
public final class ExpiredTokens {

    private ExpiredTokens() {}

    /** The token as it would have been if it had expired a second ago. */
    public static String like(String accessToken, BeanFactory service) {
        try {
            var key = service.getBean(SigningKey.class).pair().toECPrivateKey();
            var past = Instant.now().minusSeconds(1).getEpochSecond();
            return TokenDraft.like(accessToken).claim("exp", past).signed(TokenSigner.of("ES256", key));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
