package dev.stagedoor.me.web;

import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.validation.SingleLine;
import dev.stagedoor.preference.DecisionDto;
import dev.stagedoor.preference.DecisionService;
import dev.stagedoor.preference.NotificationChannel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/me/notification-preferences/decision", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Notifications")
@RequiredArgsConstructor
class DecisionController {

    private final DecisionService decisions;

    @GetMapping
    @Operation(
            operationId = "getNotificationDecision",
            summary = "Explains whether the caller would get a notification",
            description = "Applies the same rules as senders of notifications.")
    @ApiResponse(responseCode = "200", description = "The decision and its rule")
    DecisionDto decide(
            @AuthenticationPrincipal CurrentUser caller,
            @Parameter(
                            description = "The key of a category",
                            schema = @Schema(type = "string", minLength = 1, maxLength = 50),
                            example = "offers")
                    @RequestParam
                    @SingleLine(max = 50)
                    String category,
            @Parameter(description = "The channel", example = "EMAIL") @RequestParam NotificationChannel channel,
            @Parameter(
                            description = "The time of the notification, at most 366 days ahead. The default is now.",
                            example = "2026-11-21T22:30:00.000000Z")
                    @RequestParam(required = false)
                    Instant at) {
        return decisions.decide(caller.userId(), category, channel, at);
    }
}
