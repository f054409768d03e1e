package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** The cache of verified tokens. */
class VerifiedTokenTests {

    private static final UUID USER = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();

    private final AccessProperties properties =
            new AccessProperties("https://issuer", Pems.pkcs8(Pems.pair()), Duration.ofMinutes(10), null, null, null);

    private Instant now = Instant.parse("2026-11-01T10:00:00Z");

    private final AccessTokens tokens =
            new AccessTokens(properties, new SigningKeys(properties, null, clock()), clock());

    @Test
    void rejectedTokenDoesNotAffectOtherTokens() {
        var token = tokens.issue(USER, SESSION);
        var damaged = token.substring(0, token.length() - 8) + "AAAAAAAA";
        assertThatThrownBy(() -> tokens.read(damaged)).isInstanceOf(BadJwtException.class);

        assertThat(tokens.read(token).userId()).isEqualTo(USER);

        assertThat(tokens.cached(token)).isPresent();
        assertThat(tokens.cached(damaged)).isEmpty();
        assertThatThrownBy(() -> tokens.read(damaged)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void verifiedTokenIsRejectedAfterItsExpiry() {
        var token = tokens.issue(USER, SESSION);
        tokens.read(token);

        now = now.plus(Duration.ofMinutes(11));

        assertThat(tokens.cached(token)).isEmpty();
        assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(BadJwtException.class);
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
