package dev.stagedoor.apikey;

import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Schema(description = "A new API key")
public record CreateApiKeyDto(
        @Schema(maxLength = 100, minLength = 1) @NotNull @SingleLine(max = 100)
        String name,

        @NotEmpty @Size(max = CreateApiKeyDto.MAX_SCOPES) List<@NotNull ApiScope> scopes,

        @Nullable UUID companyId,
        @Nullable Instant expiresAt) {

    static final int MAX_SCOPES = 10;
}
