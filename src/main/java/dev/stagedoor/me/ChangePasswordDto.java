package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

@Schema(description = "The current and the new password")
public record ChangePasswordDto(
        @Schema(format = "password", maxLength = 1024) @NotEmpty
        String currentPassword,

        @Schema(format = "password", minLength = 12, maxLength = 128) @NotNull
        String newPassword) {

    @Override
    public String toString() {
        return "ChangePasswordDto[********]";
    }
}
