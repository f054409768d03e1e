package dev.stagedoor.admin.web;

import dev.stagedoor.admin.AuditAction;
import dev.stagedoor.admin.AuditFilter;
import dev.stagedoor.admin.AuditListResponseDto;
import dev.stagedoor.admin.AuditLog;
import dev.stagedoor.admin.StatsDto;
import dev.stagedoor.admin.StatsService;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.CursorParameter;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/admin", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Oversight", description = "Platform statistics and the audit log")
@RequiredArgsConstructor
class ReportController {

    private final StatsService stats;
    private final AuditLog auditLog;

    @GetMapping("/stats")
    @Operation(
            operationId = "getStats",
            summary = "Returns platform statistics",
            description = "Computed per request from one consistent snapshot.")
    @ApiResponse(responseCode = "200", description = "The statistics")
    StatsDto stats() {
        return stats.read();
    }

    @GetMapping("/audit-events")
    @Operation(
            operationId = "listAuditEvents",
            summary = "Lists audit events, newest first",
            description =
                    "Contains all writes by admins, including catalog changes. Requests with API keys are not audited.")
    @ApiResponse(responseCode = "200", description = "A page of audit events")
    @DocumentedProblems(ProblemCode.INVALID_CURSOR)
    AuditListResponseDto events(
            @RequestParam(required = false) UUID actor,
            @RequestParam(required = false) UUID userId,
            @RequestParam(required = false) AuditAction action,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @CursorParameter @RequestParam(required = false) String cursor) {
        return auditLog.list(new AuditFilter(actor, userId, action), limit, cursor);
    }
}
