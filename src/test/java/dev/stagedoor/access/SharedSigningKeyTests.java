package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.TestDatabase;
import dev.stagedoor.support.Together;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtException;

/** Instances without a configured key share generated keys through the database. */
class SharedSigningKeyTests {

    private static final String FIRST = encryptionKey((byte) 1);
    private static final String SECOND = encryptionKey((byte) 2);

    private JdbcClient jdbc;
    private Instant now = Instant.parse("2026-11-01T10:00:00Z");

    @BeforeEach
    void createDatabase() {
        jdbc = MigratedDatabase.migrated(TestDatabase.fresh());
    }

    @Test
    void concurrentlyStartingInstancesShareOneKey() {
        var keys = Together.run(16, each -> keys("").signer().getKeyID());

        assertThat(keys.stream().distinct()).hasSize(1);
        assertThat(stored()).hasSize(1);
        assertThat(keys("").signer().getKeyID()).isEqualTo(keys.get(0));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\n"})
    void blankConfigurationUsesTheSharedKey(String configured) {
        assertThat(keys(configured).signer().isPrivate()).isTrue();
        assertThat(keys(configured).signer()).isEqualTo(keys(configured).signer());
    }

    @Test
    void configuredKeyIsNotStoredInTheDatabase() {
        keys(Pems.pkcs8(Pems.pair()));

        assertThat(stored()).isEmpty();
    }

    @Test
    void newKeyIsPublishedBeforeItSigns() {
        var instance = keys("");
        var old = instance.signer().getKeyID();

        var next = store("").rotate(false);
        instance.refresh();

        assertThat(ids(instance)).containsExactly(next, old);
        assertThat(instance.signer().getKeyID()).isEqualTo(old);
        now = now.plusSeconds(20);
        assertThat(instance.signer().getKeyID()).isEqualTo(next);
        assertThat(keys("").signer().getKeyID()).isEqualTo(next);
    }

    @Test
    void earlierKeyVerifiesUntilItsLastTokenHasExpired() {
        var instance = keys("");
        var old = instance.signer().getKeyID();
        store("").rotate(false);
        instance.refresh();

        now = now.plusSeconds(20).plus(Duration.ofMinutes(10));
        assertThat(instance.isValid(old)).isTrue();
        now = now.plusSeconds(10);
        assertThat(instance.isValid(old)).isFalse();
        assertThat(ids(instance)).containsExactly(instance.signer().getKeyID());

        store("").rotate(false);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void immediateRotationInvalidatesEarlierTokens() {
        var instance = keys("");
        var tokens = tokens(instance);
        var token = tokens.issue(UUID.randomUUID(), UUID.randomUUID());
        tokens.read(token);
        store("").rotate(false);

        var next = store("").rotate(true);
        instance.refresh();

        assertThat(ids(instance)).containsExactly(next);
        assertThat(tokens.cached(token)).isEmpty();
        assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(JwtException.class);
        assertThat(tokens.read(tokens.issue(UUID.randomUUID(), UUID.randomUUID())))
                .isNotNull();
        assertThat(stored()).hasSize(1);
    }

    /** The other instance may sign with the new key before this one has read it. */
    @Test
    void tokenOfANewKeyIsAcceptedAfterARejection() {
        var late = keys("");
        store("").rotate(true);
        var token = tokens(keys("")).issue(UUID.randomUUID(), UUID.randomUUID());
        var tokens = tokens(late);
        assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(JwtException.class);

        late.refresh();

        assertThat(tokens.read(token)).isNotNull();
    }

    @Test
    void privateKeysAreEncryptedInTheDatabase() {
        var encrypted = keys("", FIRST).signer();

        assertThat(stored()).singleElement().asString().startsWith("aes-gcm:").doesNotContain("PRIVATE KEY");
        assertThat(keys("", FIRST).signer()).isEqualTo(encrypted);
        assertThat(keys("", SECOND + "," + FIRST).signer()).isEqualTo(encrypted);
        for (var other : List.of("", SECOND)) {
            assertThatThrownBy(() -> keys("", other))
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessage(
                            "STAGEDOOR_ENCRYPTION_KEY must contain the key that encrypted the signing keys in the database.");
        }
    }

    @Test
    void storedKeysAreEncryptedWithTheFirstEncryptionKey() {
        var signer = keys("").signer();

        for (var setting : List.of(FIRST, " " + SECOND + " , " + FIRST)) {
            store(setting).encryptAll();
        }

        assertThat(keys("", SECOND).signer()).isEqualTo(signer);
        var before = stored();
        store(SECOND).encryptAll();
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "c2VjcmV0", ",", "AAAA,", "\u00e4"})
    void invalidEncryptionKeyIsRejectedWithoutDisclosingIt(String setting) {
        assertThatThrownBy(() -> new KeyEncryption(FIRST + "," + setting))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(
                        "STAGEDOOR_ENCRYPTION_KEY must be 256 bits in base64, or a comma-separated list of such keys.");
    }

    private SigningKeys keys(String configured) {
        return keys(configured, "");
    }

    private SigningKeys keys(String configured, String encryption) {
        return new SigningKeys(properties(configured), store(encryption), clock());
    }

    private SigningKeyStore store(String encryption) {
        return new SigningKeyStore(
                new SigningKeyRepository(jdbc), new KeyEncryption(encryption), properties(""), clock());
    }

    private AccessTokens tokens(SigningKeys keys) {
        return new AccessTokens(properties(""), keys, clock());
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private List<String> stored() {
        return jdbc.sql("SELECT private_key FROM access.signing_keys")
                .query(String.class)
                .list();
    }

    private static List<String> ids(SigningKeys keys) {
        return keys.valid().stream().map(JWK::getKeyID).toList();
    }

    private static AccessProperties properties(String configured) {
        return new AccessProperties(
                "http://localhost",
                configured,
                Duration.ofMinutes(10),
                Duration.ofDays(30),
                Duration.ofDays(180),
                Duration.ofSeconds(2));
    }

    private static String encryptionKey(byte content) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, content);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
