package dev.stagedoor.auth;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** The token of a mailed link. */
@Schema(description = "The token of a mailed link")
public record OneTimeTokenDto(
        @Schema(description = "The link's `token`, as it stands there", maxLength = 200) @NotBlank
        String token) {

    @Override
    public String toString() {
        return "OneTimeTokenDto[********]";
    }
}
