package dev.stagedoor.auth;

import dev.stagedoor.access.SignedIn;
import dev.stagedoor.me.MeDto;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "A session: its tokens and its user")
public record AuthSessionDto(
        @Schema(description = "A JWT. Send it as `Authorization: Bearer`")
        String accessToken,

        @Schema(description = "The authorization scheme of the access token", allowableValues = "Bearer")
        String tokenType,

        @Schema(description = "The lifetime of the access token in seconds")
        long expiresIn,

        @Schema(description = "Renews the session. Can be used once")
        String refreshToken,

        @Schema(description = "The lifetime of the refresh token in seconds")
        long refreshExpiresIn,

        @Schema(description = "The user of the session") MeDto user) {

    static AuthSessionDto of(SignedIn signedIn, MeDto user) {
        return new AuthSessionDto(
                signedIn.accessToken(),
                "Bearer",
                signedIn.accessTtl().toSeconds(),
                signedIn.refreshToken(),
                signedIn.refreshTtl().toSeconds(),
                user);
    }

    @Override
    public String toString() {
        return "AuthSessionDto[********]";
    }
}
