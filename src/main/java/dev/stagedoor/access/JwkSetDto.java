package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "A JSON Web Key Set (RFC 7517)")
public record JwkSetDto(List<JwkDto> keys) {}
