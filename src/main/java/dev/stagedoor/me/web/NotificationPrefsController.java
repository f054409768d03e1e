package dev.stagedoor.me.web;

import dev.stagedoor.me.MeService;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.ConditionalResponse;
import dev.stagedoor.platform.web.IfMatch;
import dev.stagedoor.platform.web.Representation;
import dev.stagedoor.profile.NotificationPrefsDto;
import dev.stagedoor.profile.ProfileService;
import dev.stagedoor.profile.UpdateNotificationPrefsDto;
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
@RequestMapping(path = "/me/notification-preferences", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Me")
@RequiredArgsConstructor
class NotificationPrefsController {

    private final MeService me;
    private final ProfileService profiles;
    private final ConditionalResponse response;

    @GetMapping
    @Operation(
            operationId = "getNotificationPreferences",
            summary = "Returns the caller's notification preferences",
            description = "The stored flags, and the effective state of each channel.")
    @ApiResponse(responseCode = "200", description = "The stored flags and the effective channels")
    @DocumentedProblems(value = ProblemCode.NOT_FOUND, missing = "user")
    ResponseEntity<Representation<NotificationPrefsDto>> read(@AuthenticationPrincipal CurrentUser caller) {
        return response.of(me.preferences(caller));
    }

    @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    @Operation(
            operationId = "updateNotificationPreferences",
            summary = "Updates the caller's notification preferences (RFC 7396)",
            description =
                    "Absent flags are unchanged. Disabling `notificationsEnabled` does not change the channel flags.")
    @ApiResponse(responseCode = "200", description = "The updated preferences")
    @DocumentedProblems(
            value = {ProblemCode.NOT_FOUND, ProblemCode.CONFLICT, ProblemCode.PRECONDITION_FAILED},
            missing = "user")
    ResponseEntity<Representation<NotificationPrefsDto>> update(
            @AuthenticationPrincipal CurrentUser caller,
            @Valid @RequestBody UpdateNotificationPrefsDto update,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return response.of(profiles.updatePreferences(caller.id(), update, new IfMatch(ifMatch)));
    }
}
