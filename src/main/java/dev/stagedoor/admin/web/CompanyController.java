package dev.stagedoor.admin.web;

import dev.stagedoor.admin.AdminCompanyListResponseDto;
import dev.stagedoor.admin.AdminCompanyMemberListResponseDto;
import dev.stagedoor.admin.CompanyDirectory;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.CursorParameter;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/admin/companies", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Companies")
@RequiredArgsConstructor
class CompanyController {

    private final CompanyDirectory companies;

    @GetMapping
    @Operation(
            operationId = "listCompanies",
            summary = "Lists companies, newest first",
            description = "Contains the number of members and of activities of each company.")
    @ApiResponse(responseCode = "200", description = "A page of companies")
    @DocumentedProblems(ProblemCode.INVALID_CURSOR)
    AdminCompanyListResponseDto list(
            @AuthenticationPrincipal CurrentUser caller,
            @Parameter(schema = @Schema(type = "string", maxLength = 255))
                    @RequestParam(required = false)
                    @SingleLine(max = 255)
                    String search,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @CursorParameter @RequestParam(required = false) String cursor) {
        return companies.list(caller, search, limit, cursor);
    }

    @GetMapping("/{companyId}/members")
    @Operation(
            operationId = "listCompanyMembers",
            summary = "Lists the members of a company, earliest first",
            description = "Contains active and inactive accounts.")
    @ApiResponse(responseCode = "200", description = "The members")
    @DocumentedProblems(value = ProblemCode.NOT_FOUND, missing = "company")
    AdminCompanyMemberListResponseDto members(
            @AuthenticationPrincipal CurrentUser caller, @PathVariable UUID companyId) {
        return companies.members(caller, companyId);
    }
}
