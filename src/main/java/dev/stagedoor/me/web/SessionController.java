package dev.stagedoor.me.web;

import dev.stagedoor.access.SessionListResponseDto;
import dev.stagedoor.access.SessionService;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/me/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Me")
@RequiredArgsConstructor
class SessionController {

    private final SessionService sessions;

    @GetMapping
    @Operation(
            operationId = "listSessions",
            summary = "Lists the caller's active sessions",
            description = "Sorted by last use, latest first.")
    @ApiResponse(responseCode = "200", description = "The active sessions")
    SessionListResponseDto list(@AuthenticationPrincipal CurrentUser caller) {
        return sessions.list(caller);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteSessions",
            summary = "Ends all sessions of the caller except the current one",
            description = "Invalidates their tokens immediately. Tokens of identity providers stay valid.")
    @ApiResponse(responseCode = "204", description = "The other sessions have ended")
    void endOthers(@AuthenticationPrincipal CurrentUser caller) {
        sessions.endOthers(caller);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteSession",
            summary = "Ends one of the caller's sessions",
            description = "Invalidates the session's tokens immediately.")
    @ApiResponse(responseCode = "204", description = "The session has ended")
    @DocumentedProblems(value = ProblemCode.NOT_FOUND, missing = "session")
    void end(@AuthenticationPrincipal CurrentUser caller, @PathVariable UUID id) {
        sessions.end(caller, id);
    }
}
