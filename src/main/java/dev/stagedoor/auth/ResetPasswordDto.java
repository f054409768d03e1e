package dev.stagedoor.auth;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** A new password, and the token that allows it. */
@Schema(description = "A new password, and the token that allows it")
public record ResetPasswordDto(
        @Schema(description = "The `token` of the mailed link, as it stands there", maxLength = 200) @NotBlank
        String token,

        @Schema(
                description = "12 to 128 characters; neither common nor made of the email or the name",
                format = "password",
                minLength = 12,
                maxLength = 128)
        @NotNull
        String password) {

    @Override
    public String toString() {
        return "ResetPasswordDto[********]";
    }
}
