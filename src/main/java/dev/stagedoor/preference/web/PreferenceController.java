package dev.stagedoor.preference.web;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.CursorParameter;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.ConditionalResponse;
import dev.stagedoor.platform.web.IfMatch;
import dev.stagedoor.platform.web.Representation;
import dev.stagedoor.preference.ConsentHistory;
import dev.stagedoor.preference.ConsentListResponseDto;
import dev.stagedoor.preference.NotificationPrefsDto;
import dev.stagedoor.preference.PreferenceService;
import dev.stagedoor.preference.UpdateNotificationPrefsDto;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/me/notification-preferences", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Me")
@RequiredArgsConstructor
class PreferenceController {

    private final PreferenceService preferences;
    private final ConsentHistory history;
    private final ConditionalResponse response;

    @GetMapping
    @Operation(
            operationId = "getNotificationPreferences",
            summary = "Returns the caller's notification preferences",
            description =
                    "Names and descriptions of categories are in the language of the profile, else of `Accept-Language`. The"
                            + " `ETag` differs by language.")
    @ApiResponse(responseCode = "200", description = "The preferences")
    @DocumentedProblems(ProblemCode.NOT_FOUND)
    ResponseEntity<Representation<NotificationPrefsDto>> read(
            @AuthenticationPrincipal CurrentUser caller, Locale language) {
        return response.ofLocalized(preferences.read(caller.userId(), language));
    }

    @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    @Operation(
            operationId = "updateNotificationPreferences",
            summary = "Updates the caller's notification preferences (RFC 7396)",
            description =
                    "Absent fields are unchanged. Disabling `notificationsEnabled` does not change the channel flags. Null resets"
                            + " a choice, a category or all categories to the defaults. The windows of `quietHours` are"
                            + " replaced as a whole.")
    @ApiResponse(responseCode = "200", description = "The updated preferences")
    @DocumentedProblems({ProblemCode.NOT_FOUND, ProblemCode.CONFLICT, ProblemCode.PRECONDITION_FAILED})
    ResponseEntity<Representation<NotificationPrefsDto>> update(
            @AuthenticationPrincipal CurrentUser caller,
            @Valid @RequestBody UpdateNotificationPrefsDto update,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            Locale language) {
        return response.ofLocalized(preferences.update(caller, update, new IfMatch(ifMatch), language));
    }

    @GetMapping("/history")
    @Operation(
            operationId = "listConsents",
            summary = "Lists the changes of the caller's flags and choices",
            description = "Newest first. Changes of the quiet hours and the snooze are not recorded.")
    @ApiResponse(responseCode = "200", description = "A page of changes")
    @DocumentedProblems(ProblemCode.INVALID_CURSOR)
    ConsentListResponseDto history(
            @AuthenticationPrincipal CurrentUser caller,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @CursorParameter @RequestParam(required = false) @Nullable String cursor) {
        return history.list(caller.userId(), limit, cursor);
    }
}
