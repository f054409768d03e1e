package dev.stagedoor.admin.web;

import dev.stagedoor.admin.AccessAdministration;
import dev.stagedoor.admin.UserAccessDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/admin/users/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Users")
@RequiredArgsConstructor
class AccessController {

    private final AccessAdministration access;

    @GetMapping("/access")
    @Operation(
            operationId = "getUserAccess",
            summary = "Describes how an account can be accessed",
            description = "Contains counts, but no devices.")
    @ApiResponse(responseCode = "200", description = "Lock, last sign-in, sessions and identities")
    @DocumentedProblems(ProblemCode.NOT_FOUND)
    UserAccessDto describe(@AuthenticationPrincipal CurrentUser caller, @PathVariable UUID id) {
        return access.describe(caller, id);
    }

    @PostMapping("/sessions/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "endUserSessions",
            summary = "Ends every session of an account",
            description = "Takes effect immediately. Rejects tokens of identity providers that were issued earlier.")
    @ApiResponse(responseCode = "204", description = "Every session has ended")
    @DocumentedProblems({ProblemCode.NOT_FOUND, ProblemCode.CONFLICT})
    void endSessions(@AuthenticationPrincipal CurrentUser caller, @PathVariable UUID id) {
        access.endSessions(caller, id);
    }
}
