package dev.stagedoor.me.web;

import dev.stagedoor.access.ExternalIdentities;
import dev.stagedoor.access.IdentityListResponseDto;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.me.LinkIdentityDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.Client;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/me", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Me")
@RequiredArgsConstructor
class IdentityController {

    private final ExternalIdentities identities;

    @PostMapping(path = "/better-auth", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "linkIdentity",
            summary = "Links an external identity with the caller's account",
            description =
                    "The identity's tokens then authenticate as the caller. Sends a notification email. The call is"
                            + " idempotent. An account without a password requires a sign-in within the last 10 minutes.")
    @ApiResponse(responseCode = "204", description = "The identity is linked")
    @DocumentedProblems({
        ProblemCode.NOT_FOUND,
        ProblemCode.INVALID_TOKEN,
        ProblemCode.INVALID_CREDENTIALS,
        ProblemCode.REAUTHENTICATION_REQUIRED,
        ProblemCode.IDENTITY_TAKEN,
        ProblemCode.CONFLICT,
        ProblemCode.TOO_MANY_REQUESTS
    })
    void link(@AuthenticationPrincipal CurrentUser caller, @Valid @RequestBody LinkIdentityDto link, Client client) {
        identities.link(caller, link.token(), RawPassword.ofNullable(link.password()), client);
    }

    @GetMapping("/identities")
    @Operation(
            operationId = "listIdentities",
            summary = "Lists the external identities that sign in to the caller's account",
            description = "Sorted by the time of the link, oldest first.")
    @ApiResponse(responseCode = "200", description = "The linked identities")
    IdentityListResponseDto list(@AuthenticationPrincipal CurrentUser caller) {
        return identities.list(caller);
    }

    @DeleteMapping("/identities/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteIdentity",
            summary = "Unlinks an external identity from the caller's account",
            description =
                    "Its tokens no longer authenticate as the caller. The only sign-in method cannot be unlinked.")
    @ApiResponse(responseCode = "204", description = "The identity is unlinked")
    @DocumentedProblems(
            value = {ProblemCode.NOT_FOUND, ProblemCode.CONFLICT},
            missing = "identity")
    void unlink(@AuthenticationPrincipal CurrentUser caller, @PathVariable UUID id) {
        identities.unlink(caller, id);
    }
}
