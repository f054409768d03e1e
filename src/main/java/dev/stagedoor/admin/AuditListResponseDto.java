package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.List;

@Schema(description = "A page of audit events, newest first")
public record AuditListResponseDto(
        @Schema(description = "The events of this page") List<AuditEventDto> items,

        @Schema(description = "The cursor of the next page. Null on the last page") @Nullable
        String nextCursor) {}
