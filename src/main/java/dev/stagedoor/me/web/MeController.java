package dev.stagedoor.me.web;

import dev.stagedoor.me.MeDto;
import dev.stagedoor.me.MeService;
import dev.stagedoor.me.UpdateMeDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.ConditionalResponse;
import dev.stagedoor.platform.web.IfMatch;
import dev.stagedoor.platform.web.Representation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/me", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Me", description = "The current user's account, profile, sessions and preferences")
@RequiredArgsConstructor
class MeController {

    private final MeService me;
    private final ConditionalResponse response;

    @GetMapping
    @Operation(
            operationId = "getMe",
            summary = "Returns the caller's account and profile",
            description = "Creates a profile with default values if the user has none.")
    @ApiResponse(responseCode = "200", description = "Account and profile")
    @DocumentedProblems(ProblemCode.NOT_FOUND)
    ResponseEntity<Representation<MeDto>> read(@AuthenticationPrincipal CurrentUser caller) {
        return response.of(me.read(caller));
    }

    @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    @Operation(
            operationId = "updateMe",
            summary = "Updates the caller's account and profile (RFC 7396)",
            description =
                    "Absent fields are unchanged, and null clears an optional field. `settings` is merged by the same rules.")
    @ApiResponse(responseCode = "200", description = "The updated account and profile")
    @DocumentedProblems({
        ProblemCode.NOT_FOUND,
        ProblemCode.PHONE_TAKEN,
        ProblemCode.CONFLICT,
        ProblemCode.PRECONDITION_FAILED
    })
    ResponseEntity<Representation<MeDto>> update(
            @AuthenticationPrincipal CurrentUser caller,
            @Valid @RequestBody UpdateMeDto update,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return response.of(me.update(caller.userId(), update, new IfMatch(ifMatch)));
    }
}
