package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import org.junit.jupiter.api.RepeatedTest;

class PublicKeysTests {

    /** Half of all public points have an even y coordinate. Fifty key pairs cover both cases. */
    @RepeatedTest(50)
    void publicKeyIsDerivedFromThePrivateKey() throws GeneralSecurityException {
        var pair = Pems.pair();

        var found = PublicKeys.of((ECPrivateKey) pair.getPrivate());

        assertThat(found.getW()).isEqualTo(((ECPublicKey) pair.getPublic()).getW());
        assertThat(found.getEncoded()).isEqualTo(pair.getPublic().getEncoded());
    }
}
