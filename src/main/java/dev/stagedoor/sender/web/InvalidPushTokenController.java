package dev.stagedoor.sender.web;

import dev.stagedoor.access.PushRegistrationService;
import dev.stagedoor.platform.security.AcceptsApiKey;
import dev.stagedoor.sender.InvalidPushTokensDto;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/notifications", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Notification decisions")
@AcceptsApiKey(value = "notifications:deliver", acceptsTokens = false)
@RequiredArgsConstructor
class InvalidPushTokenController {

    private final PushRegistrationService registrations;

    @PostMapping(path = "/invalid-push-tokens", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "reportInvalidPushTokens",
            summary = "Deletes the registrations of invalid push tokens",
            description = "Report tokens that a push service rejected as unregistered. Unknown tokens are ignored.")
    @ApiResponse(responseCode = "204", description = "The registrations are deleted")
    void report(@Valid @RequestBody InvalidPushTokensDto request) {
        registrations.deleteTokens(request.tokens());
    }
}
