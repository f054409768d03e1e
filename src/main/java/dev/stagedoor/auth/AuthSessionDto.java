package dev.stagedoor.auth;

import dev.stagedoor.access.SignedIn;
import dev.stagedoor.me.MeDto;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "A session: its tokens and its user")
public record AuthSessionDto(
        String accessToken,
        @Schema(allowableValues = "Bearer") String tokenType,
        long expiresIn,
        String refreshToken,
        long refreshExpiresIn,
        MeDto user) {

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
