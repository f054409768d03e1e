package dev.stagedoor.me.web;

import dev.stagedoor.access.ExternalIdentities;
import dev.stagedoor.me.LinkIdentityDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/me/better-auth", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Me")
@RequiredArgsConstructor
class IdentityController {

    private final ExternalIdentities identities;

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "linkIdentity",
            summary = "Links an external identity with the caller's account",
            description = "The identity's tokens then authenticate as the caller. The call is idempotent.")
    @ApiResponse(responseCode = "204", description = "The identity is linked")
    @DocumentedProblems(
            value = {ProblemCode.NOT_FOUND, ProblemCode.INVALID_TOKEN, ProblemCode.IDENTITY_TAKEN},
            missing = "user")
    void link(@AuthenticationPrincipal CurrentUser caller, @Valid @RequestBody LinkIdentityDto link) {
        identities.link(caller, link.token());
    }
}
