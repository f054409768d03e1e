package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

/** A new password, and the proof that it is its owner who asks. */
@Schema(description = "A new password, and the proof that it is its owner who asks")
public record ChangePasswordDto(
        @Schema(description = "The password that stands", format = "password", maxLength = 1024) @NotEmpty
        String currentPassword,

        @Schema(
                description = "12 to 128 characters; neither common nor made of the email or the name",
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
