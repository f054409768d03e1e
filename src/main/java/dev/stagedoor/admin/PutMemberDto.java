package dev.stagedoor.admin;

import dev.stagedoor.catalog.MemberRole;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** What a user is to a company. */
@Schema(description = "What a user is to a company")
public record PutMemberDto(
        @Schema(description = "What the user is to the company") @NotNull
        MemberRole role) {}
