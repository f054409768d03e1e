package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "A JSON Web Key Set (RFC 7517)")
public record JwkSetDto(
        @Schema(description = "The keys that verify access tokens")
        List<JwkDto> keys) {}
