package dev.stagedoor.auth;

import dev.stagedoor.account.Emails;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** Whose password is forgotten. */
@Schema(description = "Whose password is forgotten")
public record ForgotPasswordDto(
        @Schema(description = "In any case", format = "email", maxLength = 255) @NotBlank
        String email) {

    public ForgotPasswordDto {
        email = Emails.normalized(email);
    }

    @Override
    public String toString() {
        return "ForgotPasswordDto[********]";
    }
}
