package dev.stagedoor.admin.web;

import dev.stagedoor.admin.CompanyMemberAdministration;
import dev.stagedoor.admin.PutMemberDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/admin/companies/{companyId}/members/{userId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Companies", description = "Company members")
@RequiredArgsConstructor
class CompanyMemberController {

    private final CompanyMemberAdministration members;

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "putCompanyMember",
            summary = "Adds a company member or changes its role",
            description = "Also makes the user an organizer. The email of an owner must be verified.")
    @ApiResponse(responseCode = "204", description = "The user is a member")
    @DocumentedProblems(
            value = {ProblemCode.NOT_FOUND, ProblemCode.CONFLICT},
            missing = "company")
    void put(
            @AuthenticationPrincipal CurrentUser caller,
            @PathVariable UUID companyId,
            @PathVariable UUID userId,
            @Valid @RequestBody PutMemberDto member) {
        members.put(caller, companyId, userId, member.role());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteCompanyMember",
            summary = "Removes a company member",
            description =
                    "The call is idempotent. The user remains an organizer. Use PATCH /admin/users/{id} to change that.")
    @ApiResponse(responseCode = "204", description = "The user is not a member")
    void remove(@AuthenticationPrincipal CurrentUser caller, @PathVariable UUID companyId, @PathVariable UUID userId) {
        members.remove(caller, companyId, userId);
    }
}
