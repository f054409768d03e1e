package dev.stagedoor.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import dev.stagedoor.support.Person;
import java.security.KeyPair;

/**
 * Somebody who wants in as somebody else.
 *
 * @param victim    whom it wants to be; the victim's access token is good, and the forger has seen it
 * @param self      who it is: an account with tokens of its own
 * @param signedOut whose session has ended, before the access token has expired
 * @param apiKey    a key that is good where services send it
 * @param ours      the service's pair; its public half is known to everyone
 * @param own       a P-256 pair of the forger
 * @param trap      an address of the forger's, at which nobody may ever ask for anything
 */
record Forger(Person victim, Person self, Person signedOut, String apiKey, ECKey ours, KeyPair own, String trap) {

    /** The victim's token, to be changed. */
    TokenDraft draft() {
        return TokenDraft.like(victim.accessToken());
    }

    /** A part of the victim's token: 0 is the header, 1 the claims, 2 the signature. */
    String part(int index) {
        return victim.accessToken().split("\\.")[index];
    }

    Forgery withOwnKey(String name, TokenDraft draft) {
        return new Forgery(name, draft.signed(ownKey()));
    }

    /** Signed with the service's own key, so that it is refused for nothing but what it says. */
    Forgery withStolenKey(String name, TokenDraft draft) {
        return new Forgery(name, draft.signed(stolenKey()));
    }

    TokenSigner ownKey() {
        return TokenSigner.of("ES256", own.getPrivate());
    }

    TokenSigner stolenKey() {
        try {
            return TokenSigner.of("ES256", ours.toECPrivateKey());
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
