package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

@Schema(description = "A token of the identity to link with the caller's account")
public record LinkIdentityDto(
        @Schema(maxLength = 16384) @NotBlank String token) {

    @Override
    public String toString() {
        return "LinkIdentityDto[********]";
    }
}
