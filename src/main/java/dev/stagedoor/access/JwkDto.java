package dev.stagedoor.access;

import com.nimbusds.jose.jwk.ECKey;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "A P-256 public key (RFC 7518, 6.2)")
public record JwkDto(
        @Schema(description = "The key type", allowableValues = "EC")
        String kty,

        @Schema(description = "The key use: signatures", allowableValues = "sig")
        String use,

        @Schema(description = "The curve", allowableValues = "P-256")
        String crv,

        @Schema(description = "The algorithm", allowableValues = "ES256")
        String alg,

        @Schema(
                description = "The key id in the tokens' `kid` header: the thumbprint of the key (RFC 7638)",
                pattern = "^[A-Za-z0-9_-]{43}$")
        String kid,

        @Schema(description = "The x coordinate, base64url-encoded", pattern = "^[A-Za-z0-9_-]{43}$")
        String x,

        @Schema(description = "The y coordinate, base64url-encoded", pattern = "^[A-Za-z0-9_-]{43}$")
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
