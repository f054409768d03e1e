package dev.stagedoor.me;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;

@Schema(description = "Confirmation of the export")
public record ExportRequestDto(
        @Schema(format = "password", maxLength = 1024) @Nullable
        String password) {

    @Override
    public String toString() {
        return "ExportRequestDto[********]";
    }
}
