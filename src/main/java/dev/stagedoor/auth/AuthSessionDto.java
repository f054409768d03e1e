package dev.stagedoor.auth;

import dev.stagedoor.access.SignedIn;
import dev.stagedoor.me.MeDto;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** A session: its tokens and whose it is. */
@Schema(description = "A session: its tokens and whose it is")
public record AuthSessionDto(
        @Schema(
                description = "A JWT, to be sent as `Authorization: Bearer`",
                example = "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIwMTlhMWY1MiJ9.c2lnbmF0dXJl",
                requiredMode = RequiredMode.REQUIRED)
        String accessToken,

        @Schema(
                description = "How the access token is sent",
                allowableValues = "Bearer",
                example = "Bearer",
                requiredMode = RequiredMode.REQUIRED)
        String tokenType,

        @Schema(
                description = "How long the access token lives, in seconds",
                example = "600",
                requiredMode = RequiredMode.REQUIRED)
        long expiresIn,

        @Schema(
                description = "Gets the next session answer, once",
                example =
                        "sdr_nCUb0y8hQm1zqk9Yw3Jd5vT7xLr2fKpA6eGsHiMoBcEAAAABVgN4uXlZ0qWtRj8yPk2mFsHd6aCbLe9oTi1vQz3xYwU",
                requiredMode = RequiredMode.REQUIRED)
        String refreshToken,

        @Schema(
                description = "How long the refresh token lives, in seconds",
                example = "2592000",
                requiredMode = RequiredMode.REQUIRED)
        long refreshExpiresIn,

        @Schema(description = "Whose session it is", requiredMode = RequiredMode.REQUIRED)
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
