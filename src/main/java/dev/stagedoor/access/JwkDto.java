package dev.stagedoor.access;

import com.nimbusds.jose.jwk.ECKey;
import io.swagger.v3.oas.annotations.media.Schema;

/** A public key on the curve P-256 (RFC 7518, 6.2). */
@Schema(description = "A public key on the curve P-256 (RFC 7518, 6.2)")
public record JwkDto(
        @Schema(description = "The kind of key", allowableValues = "EC")
        String kty,

        @Schema(description = "What it is for: signatures", allowableValues = "sig")
        String use,

        @Schema(description = "The curve", allowableValues = "P-256")
        String crv,

        @Schema(description = "The algorithm", allowableValues = "ES256")
        String alg,

        @Schema(
                description = "The key's id, as tokens name it: its thumbprint (RFC 7638)",
                pattern = "^[A-Za-z0-9_-]{43}$")
        String kid,

        @Schema(description = "The point's x coordinate, as Base64url", pattern = "^[A-Za-z0-9_-]{43}$")
        String x,

        @Schema(description = "The point's y coordinate, as Base64url", pattern = "^[A-Za-z0-9_-]{43}$")
        String y) {

    static JwkDto of(ECKey key) {
        return new JwkDto(
                key.getKeyType().getValue(),
                key.getKeyUse().getValue(),
                key.getCurve().getName(),
                key.getAlgorithm().getName(),
                key.getKeyID(),
                key.getX().toString(),
                key.getY().toString());
    }
}
