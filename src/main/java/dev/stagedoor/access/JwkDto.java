package dev.stagedoor.access;

import com.nimbusds.jose.jwk.ECKey;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "A P-256 public key (RFC 7518, 6.2)")
public record JwkDto(
        @Schema(allowableValues = "EC") String kty,
        @Schema(allowableValues = "sig") String use,
        @Schema(allowableValues = "P-256") String crv,
        @Schema(allowableValues = "ES256") String alg,
        @Schema(pattern = "^[A-Za-z0-9_-]{43}$") String kid,
        @Schema(pattern = "^[A-Za-z0-9_-]{43}$") String x,
        @Schema(pattern = "^[A-Za-z0-9_-]{43}$") String y) {

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
