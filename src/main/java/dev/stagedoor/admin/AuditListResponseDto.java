package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.List;

/** A page of what admins did, newest first. */
@Schema(description = "A page of what admins did, newest first")
public record AuditListResponseDto(
        @Schema(description = "The events of this page") List<AuditEventDto> items,

        @Schema(description = "Where the next page begins; null on the last page") @Nullable
        String nextCursor) {}
