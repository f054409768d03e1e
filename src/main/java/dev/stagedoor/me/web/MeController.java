package dev.stagedoor.me.web;

import dev.stagedoor.me.MeDto;
import dev.stagedoor.me.MeService;
import dev.stagedoor.me.UpdateMeDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedHeaders;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.openapi.ResponseHeader;
import dev.stagedoor.platform.security.Caller;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/me", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Me", description = "What the caller sees and sets of itself")
@RequiredArgsConstructor
class MeController {

    private final MeService me;
    private final ConditionalResponse answer;

    @GetMapping
    @Operation(
            operationId = "getMe",
            summary = "The caller's account and profile",
            description = "A user without a profile gets one with the defaults.")
    @ApiResponse(responseCode = "200", description = "Account and profile")
    @DocumentedProblems(value = ProblemCode.NOT_FOUND, missing = "user")
    @DocumentedHeaders({ResponseHeader.ETAG, ResponseHeader.ASK_AGAIN})
    ResponseEntity<Representation<MeDto>> read(@Caller CurrentUser caller) {
        return answer.of(me.read(caller));
    }

    @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    @Operation(
            operationId = "updateMe",
            summary = "Changes what is named of account and profile (RFC 7396)",
            description =
                    "What is left out stays, null clears what may be empty, and `settings` is merged in the same way.")
    @ApiResponse(responseCode = "200", description = "Account and profile as they stand now")
    @DocumentedHeaders({ResponseHeader.ETAG, ResponseHeader.ASK_AGAIN})
    @DocumentedProblems(
            value = {
                ProblemCode.NOT_FOUND,
                ProblemCode.PHONE_TAKEN,
                ProblemCode.CONFLICT,
                ProblemCode.PRECONDITION_FAILED
            },
            missing = "user")
    ResponseEntity<Representation<MeDto>> update(
            @Caller CurrentUser caller,
            @Valid @RequestBody UpdateMeDto update,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return answer.of(me.update(caller.id(), update, new IfMatch(ifMatch)));
    }
}
