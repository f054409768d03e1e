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
import io.swagger.v3.oas.annotations.Parameter;
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
@Tag(name = "Oversight", description = "The platform in figures, and what admins did")
@RequiredArgsConstructor
class ReportController {

    private final StatsService stats;
    private final AuditLog trail;

    @GetMapping("/stats")
    @Operation(
            operationId = "getStats",
            summary = "The platform in figures",
            description = "Counted for this answer, in one moment.")
    @ApiResponse(responseCode = "200", description = "The figures")
    StatsDto stats() {
        return stats.read();
    }

    @GetMapping("/audit-events")
    @Operation(
            operationId = "listAuditEvents",
            summary = "What admins did, newest first",
            description = "Every write of an admin leaves an event, those in the catalog too; services leave none.")
    @ApiResponse(responseCode = "200", description = "A page of events")
    @DocumentedProblems(ProblemCode.INVALID_CURSOR)
    AuditListResponseDto events(
            @Parameter(description = "Only what this admin did") @RequestParam(required = false) UUID actor,
            @Parameter(description = "Only what was done to this account") @RequestParam(required = false) UUID userId,
            @Parameter(description = "Only this kind") @RequestParam(required = false) AuditAction action,
            @Parameter(description = "How many at most") @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @CursorParameter @RequestParam(required = false) String cursor) {
        return trail.list(new AuditFilter(actor, userId, action), limit, cursor);
    }
}
