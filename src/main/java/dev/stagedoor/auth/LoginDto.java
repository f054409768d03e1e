package dev.stagedoor.auth;

import dev.stagedoor.account.Emails;
import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;

@Schema(description = "Email and password")
public record LoginDto(
        @Schema(format = "email", maxLength = 255) @NotBlank String email,

        @Schema(format = "password", maxLength = 1024) @NotEmpty
        String password,

        @Schema(maxLength = 200) @SingleLine(max = 200) @Nullable
        String refreshToken) {

    public LoginDto {
        email = Emails.normalized(email);
    }

    @Override
    public String toString() {
        return "LoginDto[********]";
    }
}
