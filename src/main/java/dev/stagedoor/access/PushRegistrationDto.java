package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

@Schema(description = "The address of an app installation at a push service")
public record PushRegistrationDto(
        @NotNull PushPlatform platform,

        @Schema(minLength = 1, maxLength = 2048, pattern = "^[ -~]+$") @NotNull @PushToken
        String token) {

    @Override
    public String toString() {
        return "PushRegistrationDto[" + platform + "]";
    }
}
