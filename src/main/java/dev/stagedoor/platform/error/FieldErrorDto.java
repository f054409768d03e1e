package dev.stagedoor.platform.error;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "An invalid field")
public record FieldErrorDto(String field, String code, String message) {}
