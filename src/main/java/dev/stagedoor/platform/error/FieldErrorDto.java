package dev.stagedoor.platform.error;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "An invalid field")
public record FieldErrorDto(
        @Schema(description = "The path of the field in the request")
        String field,

        @Schema(description = "Machine-readable error code") String code,

        @Schema(description = "Human-readable error message")
        String message) {}
