package dev.stagedoor.me;

import dev.stagedoor.catalog.MemberRole;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.UUID;

/** A company the person belongs to. */
@Schema(description = "A company the person belongs to")
public record MyCompanyDto(
        @Schema(
                description = "The company's id",
                example = "c0000000-0000-4000-8000-000000000001",
                requiredMode = RequiredMode.REQUIRED)
        UUID id,

        @Schema(
                description = "The company's name",
                example = "Northwall Climbing",
                requiredMode = RequiredMode.REQUIRED)
        String name,

        @Schema(description = "What the person is to the company", requiredMode = RequiredMode.REQUIRED)
        MemberRole role) {}
