package dev.stagedoor.auth;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

@Schema(description = "The token of an email link")
public record OneTimeTokenDto(
        @Schema(maxLength = 200) @NotBlank String token) {

    @Override
    public String toString() {
        return "OneTimeTokenDto[********]";
    }
}
