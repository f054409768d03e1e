package dev.stagedoor.sender.web;

import dev.stagedoor.platform.openapi.DocumentedHeaders;
import dev.stagedoor.platform.openapi.ResponseHeader;
import dev.stagedoor.platform.security.AcceptsApiKey;
import dev.stagedoor.platform.security.ApiKeyCaller;
import dev.stagedoor.sender.DecisionListResponseDto;
import dev.stagedoor.sender.DecisionRequestDto;
import dev.stagedoor.sender.SenderCategoryListResponseDto;
import dev.stagedoor.sender.SenderService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/notifications", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Notification decisions",
        description =
                "Ask before each notification whether it may be sent. Decisions always reflect the current settings.")
@AcceptsApiKey(value = "notifications:decide", acceptsTokens = false)
@RequiredArgsConstructor
class DecisionsController {

    private final SenderService sender;

    @GetMapping("/categories")
    @Operation(
            operationId = "listSenderCategories",
            summary = "Lists the categories of notifications",
            description = "Sorted by position.")
    @ApiResponse(responseCode = "200", description = "The categories")
    SenderCategoryListResponseDto categories() {
        return sender.categories();
    }

    @PostMapping(path = "/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "decideNotifications",
            summary = "Decides whether users may be notified",
            description =
                    "Returns one decision for each user and channel. `SEND` means now, `HOLD` means not before `until`, and"
                            + " `DROP` means never. Unknown, deleted and suspended users are `unknown-user`.")
    @ApiResponse(responseCode = "200", description = "The decisions, in the order of the request")
    @DocumentedHeaders(ResponseHeader.NO_STORE)
    ResponseEntity<DecisionListResponseDto> decide(
            @AuthenticationPrincipal ApiKeyCaller key, @Valid @RequestBody DecisionRequestDto request) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(sender.decide(key, request));
    }
}
