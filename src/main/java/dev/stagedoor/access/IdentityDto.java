package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

@Schema(description = "An external identity that signs in to the account")
public record IdentityDto(
        UUID id, String issuer, Instant linkedAt, @Nullable Instant lastUsedAt) {}
