package dev.stagedoor.sender;

import dev.stagedoor.access.PushToken;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

@Schema(description = "Tokens that a push service reported as unregistered")
public record InvalidPushTokensDto(
        @ArraySchema(schema = @Schema(minLength = 1, maxLength = 2048, pattern = "^[ -~]+$"))
        @NotEmpty
        @Size(max = 1_000)
        List<@NotNull @PushToken String> tokens) {

    @Override
    public String toString() {
        return "InvalidPushTokensDto[********]";
    }
}
