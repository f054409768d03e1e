package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "A text in every supported language")
public record LocalizedTextDto(String en, String de) {}
