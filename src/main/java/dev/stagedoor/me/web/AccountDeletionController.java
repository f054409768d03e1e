package dev.stagedoor.me.web;

import dev.stagedoor.me.AccountDeletionDto;
import dev.stagedoor.me.AccountDeletionService;
import dev.stagedoor.me.DeleteMeDto;
import dev.stagedoor.me.ExportDto;
import dev.stagedoor.me.ExportService;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedHeaders;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.openapi.ResponseHeader;
import dev.stagedoor.platform.security.Caller;
import dev.stagedoor.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/me", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Me")
@RequiredArgsConstructor
class AccountDeletionController {

    private static final String AS_FILE = "attachment; filename=\"stagedoor-export.json\"";

    private final AccountDeletionService departures;
    private final ExportService exports;

    @GetMapping("/export")
    @Operation(
            operationId = "exportMe",
            summary = "All that the service holds about the caller, as one document",
            description = "No secret is in it, and nobody else.")
    @ApiResponse(responseCode = "200", description = "The document, to be kept as a file")
    @DocumentedProblems(value = ProblemCode.NOT_FOUND, missing = "user")
    @DocumentedHeaders({ResponseHeader.NO_STORE, ResponseHeader.FILE})
    ResponseEntity<ExportDto> export(@Caller CurrentUser caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, AS_FILE)
                .body(exports.export(caller.id()));
    }

    @PostMapping(path = "/deletion", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "deleteMe",
            summary = "Deletes the caller's account",
            description =
                    "It is deactivated at once, every session ends, and a mail with an undo link is sent. After the"
                            + " grace period it is deleted for good. Until then a sign-in gets the answer of a wrong password.")
    @ApiResponse(responseCode = "200", description = "Until when it can be undone")
    @DocumentedHeaders(ResponseHeader.NO_STORE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = DeleteMeDto.class)))
    @DocumentedProblems(
            value = {
                ProblemCode.NOT_FOUND,
                ProblemCode.INVALID_CREDENTIALS,
                ProblemCode.CONFLICT,
                ProblemCode.TOO_MANY_REQUESTS
            },
            missing = "user")
    ResponseEntity<AccountDeletionDto> delete(
            @Caller CurrentUser caller, @Valid @RequestBody(required = false) DeleteMeDto proof) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(departures.leave(caller, proof));
    }
}
