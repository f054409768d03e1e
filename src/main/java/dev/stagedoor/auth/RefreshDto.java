package dev.stagedoor.auth;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

@Schema(description = "A refresh token")
public record RefreshDto(
        @Schema(
                maxLength = 200,
                example =
                        "sdr_nCUb0y8hQm1zqk9Yw3Jd5vT7xLr2fKpA6eGsHiMoBcEAAAABVgN4uXlZ0qWtRj8yPk2mFsHd6aCbLe9oTi1vQz3xYwU")
        @NotNull
        String refreshToken) {

    @Override
    public String toString() {
        return "RefreshDto[********]";
    }
}
