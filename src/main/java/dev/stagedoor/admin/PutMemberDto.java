package dev.stagedoor.admin;

import dev.stagedoor.catalog.MemberRole;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

@Schema(description = "A company membership")
public record PutMemberDto(@NotNull MemberRole role) {}
