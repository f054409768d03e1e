package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;

@Schema(description = "A token of the identity to link with the caller's account, and the account's password")
public record LinkIdentityDto(
        @Schema(maxLength = 16384) @NotBlank String token,

        @Schema(format = "password", maxLength = 1024) @Nullable
        String password) {

    @Override
    public String toString() {
        return "LinkIdentityDto[********]";
    }
}
