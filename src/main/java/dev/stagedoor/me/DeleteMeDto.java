package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;

@Schema(description = "Confirmation of the account deletion")
public record DeleteMeDto(
        @Schema(format = "password", maxLength = 1024) @Nullable
        String password) {

    @Override
    public String toString() {
        return "DeleteMeDto[********]";
    }
}
