package dev.stagedoor.access;

import com.nimbusds.jose.jwk.ECKey;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** A public key on the curve P-256 (RFC 7518, 6.2). */
@Schema(description = "A public key on the curve P-256 (RFC 7518, 6.2)")
public record JwkDto(
        @Schema(
                description = "The kind of key",
                allowableValues = "EC",
                example = "EC",
                requiredMode = RequiredMode.REQUIRED)
        String kty,

        @Schema(
                description = "What it is for: signatures",
                allowableValues = "sig",
                example = "sig",
                requiredMode = RequiredMode.REQUIRED)
        String use,

        @Schema(
                description = "The curve",
                allowableValues = "P-256",
                example = "P-256",
                requiredMode = RequiredMode.REQUIRED)
        String crv,

        @Schema(
                description = "The algorithm",
                allowableValues = "ES256",
                example = "ES256",
                requiredMode = RequiredMode.REQUIRED)
        String alg,

        @Schema(
                description = "The key's id, as tokens name it: its thumbprint (RFC 7638)",
                pattern = "^[A-Za-z0-9_-]{43}$",
                example = "x3fSnCUb0y8hQm1zqk9Yw3Jd5vT7xLr2fKpA6eGsHiM",
                requiredMode = RequiredMode.REQUIRED)
        String kid,

        @Schema(
                description = "The point's x coordinate, as Base64url",
                pattern = "^[A-Za-z0-9_-]{43}$",
                example = "kU7vT1mR8qXcY2sLw0aZbQ9hNf3jDg5pEo6iWl4tVyA",
                requiredMode = RequiredMode.REQUIRED)
        String x,

        @Schema(
                description = "The point's y coordinate, as Base64url",
                pattern = "^[A-Za-z0-9_-]{43}$",
                example = "b2LqR7wXs0cVn8mKj1hGf4dTz6yPu3aEi5oQl9rBxWc",
                requiredMode = RequiredMode.REQUIRED)
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
