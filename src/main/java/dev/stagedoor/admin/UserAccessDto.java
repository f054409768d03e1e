package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.time.Instant;

@Schema(description = "How an account can be accessed, without its devices")
public record UserAccessDto(
        @Nullable Instant lockedUntil, @Nullable Instant lastLoginAt, int sessions, int identities) {}
