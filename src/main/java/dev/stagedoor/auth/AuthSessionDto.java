package dev.stagedoor.auth;

import dev.stagedoor.access.SignedIn;
import dev.stagedoor.me.MeDto;
import io.swagger.v3.oas.annotations.media.Schema;

/** A session: its tokens and whose it is. */
@Schema(description = "A session: its tokens and whose it is")
public record AuthSessionDto(
        @Schema(description = "A JWT, to be sent as `Authorization: Bearer`")
        String accessToken,

        @Schema(description = "How the access token is sent", allowableValues = "Bearer")
        String tokenType,

        @Schema(description = "How long the access token lives, in seconds")
        long expiresIn,

        @Schema(description = "Gets the next session answer, once")
        String refreshToken,

        @Schema(description = "How long the refresh token lives, in seconds")
        long refreshExpiresIn,

        @Schema(description = "Whose session it is") MeDto user) {

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
