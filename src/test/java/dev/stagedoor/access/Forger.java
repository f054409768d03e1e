package dev.stagedoor.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import dev.stagedoor.support.Person;
import java.security.KeyPair;

/**
 * An attacker who tries to authenticate as another user.
 *
 * @param victim    the attacked user, whose valid access token the forger knows
 * @param self      the forger's own account
 * @param signedOut a user whose session has ended but whose access token has not expired
 * @param apiKey    a valid API key
 * @param ours      the service's key pair
 * @param own       the forger's P-256 key pair
 * @param trap      a URL of the forger that must not receive any request
 */
record Forger(Person victim, Person self, Person signedOut, String apiKey, ECKey ours, KeyPair own, String trap) {

    /** Returns a draft of the victim's token. */
    TokenDraft draft() {
        return TokenDraft.like(victim.accessToken());
    }

    /** Returns a part of the victim's token: 0 is the header, 1 the claims, 2 the signature. */
    String part(int index) {
        return victim.accessToken().split("\\.")[index];
    }

    Forgery withOwnKey(String name, TokenDraft draft) {
        return new Forgery(name, draft.signed(ownKey()));
    }

    /** Signs with the service's key, so that only the content can cause the rejection. */
    Forgery withStolenKey(String name, TokenDraft draft) {
        return new Forgery(name, draft.signed(stolenKey()));
    }

    TokenSigner ownKey() {
        return TokenSigner.of("ES256", own.getPrivate());
    }

    TokenSigner stolenKey() {
        try {
            return TokenSigner.of("ES256", ours.toECPrivateKey());
        } catch (JOSEException exception) {
            throw new AssertionError(exception);
        }
    }
}
