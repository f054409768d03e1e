package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

@Schema(description = "The current and the new password")
public record ChangePasswordDto(
        @Schema(description = "The current password", format = "password", maxLength = 1024) @NotEmpty
        String currentPassword,

        @Schema(
                description =
                        "12 to 128 characters. Common passwords and passwords made of the email or the name are rejected",
                format = "password",
                minLength = 12,
                maxLength = 128)
        @NotNull
        String newPassword) {

    @Override
    public String toString() {
        return "ChangePasswordDto[********]";
    }
}
