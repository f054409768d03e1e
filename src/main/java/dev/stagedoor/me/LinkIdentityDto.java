package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** A token of an identity provider, to be linked with the caller's account. */
@Schema(description = "A token of an identity provider, to be linked with the caller's account")
public record LinkIdentityDto(
        @Schema(description = "The provider's JWT", maxLength = 16384) @NotBlank
        String token) {

    @Override
    public String toString() {
        return "LinkIdentityDto[********]";
    }
}
