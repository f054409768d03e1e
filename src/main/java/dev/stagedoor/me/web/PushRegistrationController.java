package dev.stagedoor.me.web;

import dev.stagedoor.access.PushRegistrationDto;
import dev.stagedoor.access.PushRegistrationListResponseDto;
import dev.stagedoor.access.PushRegistrationService;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/me/push-registrations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Notifications", description = "Which notifications the caller gets, when, and on which devices")
@RequiredArgsConstructor
class PushRegistrationController {

    private final PushRegistrationService registrations;

    @GetMapping
    @Operation(
            operationId = "listPushRegistrations",
            summary = "Lists the app installations that receive push messages",
            description = "Sorted by last update, latest first. Tokens are never returned.")
    @ApiResponse(responseCode = "200", description = "The active registrations")
    PushRegistrationListResponseDto list(@AuthenticationPrincipal CurrentUser caller) {
        return registrations.list(caller);
    }

    @PutMapping(path = "/{installationId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "putPushRegistration",
            summary = "Registers an app installation for push messages",
            description =
                    "Replaces an earlier registration of the installation. The registration ends with the current session. An"
                            + " installation or a token that another account registered leaves that account. An account has at"
                            + " most 50 registrations: a further one replaces the one that was not updated for the longest time.")
    @ApiResponse(responseCode = "201", description = "Registered")
    @ApiResponse(responseCode = "200", description = "Replaced")
    @DocumentedProblems(ProblemCode.CONFLICT)
    ResponseEntity<Void> put(
            @AuthenticationPrincipal CurrentUser caller,
            @InstallationId @PathVariable @SingleLine(max = 200) String installationId,
            @Valid @RequestBody PushRegistrationDto registration) {
        var isNew = registrations.put(caller, installationId, registration);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).build();
    }

    @DeleteMapping("/{installationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deletePushRegistration",
            summary = "Ends push messages to an app installation",
            description = "Idempotent.")
    @ApiResponse(responseCode = "204", description = "Deleted, or was not registered")
    void delete(
            @AuthenticationPrincipal CurrentUser caller,
            @InstallationId @PathVariable @SingleLine(max = 200) String installationId) {
        registrations.delete(caller, installationId);
    }

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            description = "The id that the app chose at its installation",
            schema = @Schema(type = "string", minLength = 1, maxLength = 200),
            example = "f4c1c7b2-5a0e-4f0b-9a53-0c2a5f3f6d11")
    private @interface InstallationId {}
}
