package dev.stagedoor.auth;

import dev.stagedoor.account.Emails;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

@Schema(description = "The account to reset the password of")
public record ForgotPasswordDto(
        @Schema(format = "email", maxLength = 255) @NotBlank String email) {

    public ForgotPasswordDto {
        email = Emails.normalized(email);
    }

    @Override
    public String toString() {
        return "ForgotPasswordDto[********]";
    }
}
