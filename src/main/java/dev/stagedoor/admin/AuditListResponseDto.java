package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.List;

@Schema(description = "A page of audit events, newest first")
public record AuditListResponseDto(
        List<AuditEventDto> items, @Nullable String nextCursor) {}
