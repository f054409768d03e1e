package dev.stagedoor.me.web;

import dev.stagedoor.me.AccountDeletionDto;
import dev.stagedoor.me.AccountDeletionService;
import dev.stagedoor.me.ChangePasswordDto;
import dev.stagedoor.me.DeleteMeDto;
import dev.stagedoor.me.ExportDto;
import dev.stagedoor.me.ExportRequestDto;
import dev.stagedoor.me.ExportService;
import dev.stagedoor.me.PasswordChangeService;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedHeaders;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.openapi.ResponseHeader;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.Client;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/me", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Me")
@RequiredArgsConstructor
class AccountController {

    private static final String ATTACHMENT = "attachment; filename=\"stagedoor-export.json\"";

    private final PasswordChangeService passwords;
    private final AccountDeletionService deletions;
    private final ExportService exports;

    @PutMapping(path = "/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "changePassword",
            summary = "Changes the password",
            description = "Ends all other sessions and sends a notification email.")
    @ApiResponse(responseCode = "204", description = "The password is changed")
    @DocumentedProblems({
        ProblemCode.NOT_FOUND,
        ProblemCode.INVALID_CREDENTIALS,
        ProblemCode.CONFLICT,
        ProblemCode.TOO_MANY_REQUESTS
    })
    void changePassword(
            @AuthenticationPrincipal CurrentUser caller, @Valid @RequestBody ChangePasswordDto change, Client client) {
        passwords.change(caller, change, client);
    }

    @GetMapping("/export")
    @Operation(
            operationId = "exportMe",
            summary = "Exports all data about the caller",
            description =
                    "Requires a sign-in within the last 10 minutes. `POST` accepts the password instead. Contains no"
                            + " secrets and no data of other users.")
    @ApiResponse(responseCode = "200", description = "The export as a JSON file")
    @DocumentedProblems({ProblemCode.NOT_FOUND, ProblemCode.REAUTHENTICATION_REQUIRED})
    @DocumentedHeaders({ResponseHeader.NO_STORE, ResponseHeader.FILE})
    ResponseEntity<ExportDto> export(@AuthenticationPrincipal CurrentUser caller) {
        return file(exports.export(caller));
    }

    @PostMapping(path = "/export", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "exportMeWithPassword",
            summary = "Exports all data about the caller after a password check",
            description =
                    "An account without a password omits it and requires a sign-in within the last 10 minutes. Contains"
                            + " no secrets and no data of other users.")
    @ApiResponse(responseCode = "200", description = "The export as a JSON file")
    @DocumentedProblems({
        ProblemCode.NOT_FOUND,
        ProblemCode.INVALID_CREDENTIALS,
        ProblemCode.REAUTHENTICATION_REQUIRED,
        ProblemCode.TOO_MANY_REQUESTS
    })
    @DocumentedHeaders({ResponseHeader.NO_STORE, ResponseHeader.FILE})
    ResponseEntity<ExportDto> exportWithPassword(
            @AuthenticationPrincipal CurrentUser caller, @Valid @RequestBody ExportRequestDto request, Client client) {
        return file(exports.export(caller, request, client));
    }

    private static ResponseEntity<ExportDto> file(ExportDto export) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ATTACHMENT)
                .body(export);
    }

    @PostMapping(path = "/deletion", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "deleteMe",
            summary = "Deletes the caller's account",
            description =
                    "Deactivates the account, ends all sessions and sends an email with a restore link. The account is"
                            + " permanently deleted after the grace period. Until then, a sign-in returns 401.")
    @ApiResponse(responseCode = "200", description = "The dates of the deletion")
    @DocumentedHeaders(ResponseHeader.NO_STORE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = DeleteMeDto.class)))
    @DocumentedProblems({
        ProblemCode.NOT_FOUND,
        ProblemCode.INVALID_CREDENTIALS,
        ProblemCode.REAUTHENTICATION_REQUIRED,
        ProblemCode.CONFLICT,
        ProblemCode.TOO_MANY_REQUESTS
    })
    ResponseEntity<AccountDeletionDto> delete(
            @AuthenticationPrincipal CurrentUser caller,
            @Valid @RequestBody(required = false) DeleteMeDto request,
            Client client) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(deletions.delete(caller, request, client));
    }
}
