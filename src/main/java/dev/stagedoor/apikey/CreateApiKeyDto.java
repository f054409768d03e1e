package dev.stagedoor.apikey;

import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A key for a service. */
@Schema(description = "A key for a service")
public record CreateApiKeyDto(
        @Schema(maxLength = 100, minLength = 1, description = "Whose it is, in words", example = "Catalog feed")
        @NotNull
        @SingleLine(max = 100)
        String name,

        @ArraySchema(
                arraySchema = @Schema(description = "What it may do", requiredMode = Schema.RequiredMode.REQUIRED),
                minItems = 1,
                maxItems = CreateApiKeyDto.MOST_SCOPES)
        @NotEmpty
        @Size(max = CreateApiKeyDto.MOST_SCOPES)
        List<@NotNull ApiScope> scopes,

        @Schema(
                description = "Required with `analytics:read`: the company whose figures it may read",
                example = "c0000000-0000-4000-8000-000000000001")
        @Nullable
        UUID companyId,

        @Schema(description = "When it stops working; in the future", example = "2027-11-21T00:00:00Z") @Nullable
        Instant expiresAt) {

    static final int MOST_SCOPES = 10;
}
