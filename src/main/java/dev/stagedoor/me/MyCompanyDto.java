package dev.stagedoor.me;

import dev.stagedoor.catalog.MemberRole;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** A company the person belongs to. */
@Schema(description = "A company the person belongs to")
public record MyCompanyDto(
        @Schema(description = "The company's id") UUID id,

        @Schema(description = "The company's name") String name,

        @Schema(description = "What the person is to the company")
        MemberRole role) {}
