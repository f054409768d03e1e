package dev.stagedoor.me.web;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedHeaders;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.openapi.ResponseHeader;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.ConditionalResponse;
import dev.stagedoor.platform.web.IfMatch;
import dev.stagedoor.platform.web.Representation;
import dev.stagedoor.profile.BackgroundDto;
import dev.stagedoor.profile.ProfileService;
import dev.stagedoor.profile.PutBackgroundDto;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/me", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Me")
@RequiredArgsConstructor
class ProfileController {

    private final ProfileService profiles;
    private final ConditionalResponse response;

    @GetMapping("/background")
    @Operation(
            operationId = "getBackground",
            summary = "Returns the caller's background",
            description = "Returns empty lists and null if the user never set a background.")
    @ApiResponse(responseCode = "200", description = "The background")
    @DocumentedProblems(ProblemCode.NOT_FOUND)
    ResponseEntity<Representation<BackgroundDto>> background(@AuthenticationPrincipal CurrentUser caller) {
        return response.of(profiles.background(caller.userId()));
    }

    @PutMapping(path = "/background", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "replaceBackground",
            summary = "Replaces the caller's background",
            description = "An absent list is stored as empty, or as null if the field is nullable.")
    @ApiResponse(responseCode = "200", description = "The new background")
    @DocumentedProblems({ProblemCode.NOT_FOUND, ProblemCode.CONFLICT, ProblemCode.PRECONDITION_FAILED})
    ResponseEntity<Representation<BackgroundDto>> replaceBackground(
            @AuthenticationPrincipal CurrentUser caller,
            @Valid @RequestBody PutBackgroundDto background,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return response.of(profiles.replaceBackground(caller.userId(), background, new IfMatch(ifMatch)));
    }

    @DeleteMapping("/background")
    @Operation(
            operationId = "deleteBackground",
            summary = "Resets the caller's background",
            description = "Clears all fields.")
    @ApiResponse(responseCode = "204", description = "The background is empty")
    @DocumentedHeaders(ResponseHeader.ETAG)
    @DocumentedProblems({ProblemCode.NOT_FOUND, ProblemCode.CONFLICT, ProblemCode.PRECONDITION_FAILED})
    ResponseEntity<Void> deleteBackground(
            @AuthenticationPrincipal CurrentUser caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return response.noContent(profiles.deleteBackground(caller.userId(), new IfMatch(ifMatch)));
    }
}
