package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;

/** The proof that it is its owner who deletes an account. */
@Schema(description = "The proof that it is its owner who deletes an account")
public record DeleteMeDto(
        @Schema(
                description = "The password; left out where the account has none",
                format = "password",
                maxLength = 1024)
        @Nullable
        String password) {

    @Override
    public String toString() {
        return "DeleteMeDto[********]";
    }
}
