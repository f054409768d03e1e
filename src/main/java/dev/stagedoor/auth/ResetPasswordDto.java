package dev.stagedoor.auth;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

@Schema(description = "A new password and the token of the email link")
public record ResetPasswordDto(
        @Schema(maxLength = 200) @NotBlank String token,

        @Schema(format = "password", minLength = 12, maxLength = 128) @NotNull
        String password) {

    @Override
    public String toString() {
        return "ResetPasswordDto[********]";
    }
}
