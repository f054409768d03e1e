package dev.stagedoor.auth.web;

import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.auth.EmailLinkService;
import dev.stagedoor.auth.ForgotPasswordDto;
import dev.stagedoor.auth.OneTimeTokenDto;
import dev.stagedoor.auth.ResetPasswordDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.Caller;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.security.PublicCall;
import dev.stagedoor.platform.web.Client;
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
@RequestMapping(path = "/auth", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Mailed links", description = "Proving a mailbox, choosing a new password, undoing a deletion")
@RequiredArgsConstructor
class EmailLinkController {

    private final EmailLinkService mailedTokens;

    @PostMapping(path = "/email/verify", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PublicCall
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "verifyEmail",
            summary = "Proves the mailbox with the token of the mail",
            description =
                    "A token works once, within 24 hours, until a newer one is asked for or the password changes.")
    @ApiResponse(responseCode = "204", description = "The email is verified")
    @DocumentedProblems({ProblemCode.INVALID_TOKEN, ProblemCode.TOO_MANY_REQUESTS})
    void verifyEmail(@Valid @RequestBody OneTimeTokenDto verification, Client client) {
        mailedTokens.verifyEmail(verification.token(), client);
    }

    @PostMapping("/email/verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "requestEmailVerification",
            summary = "Sends the mail that proves the mailbox again",
            description = "Nothing is sent where the email is verified already. Tokens sent before stop working.")
    @ApiResponse(responseCode = "202", description = "The mail is on its way")
    @DocumentedProblems(ProblemCode.TOO_MANY_REQUESTS)
    void requestVerification(@Caller CurrentUser caller, Client client) {
        mailedTokens.requestVerification(caller.id(), client);
    }

    @PostMapping(path = "/account/restore", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PublicCall
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "restoreAccount",
            summary = "Undoes the deletion of an account with the token of the mail",
            description = "Everything is as it was, but the sessions, which have ended.")
    @ApiResponse(responseCode = "204", description = "The account may sign in again")
    @DocumentedProblems({ProblemCode.INVALID_TOKEN, ProblemCode.TOO_MANY_REQUESTS})
    void restore(@Valid @RequestBody OneTimeTokenDto restoration, Client client) {
        mailedTokens.restore(restoration.token(), client);
    }

    @PostMapping(path = "/password/forgot", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PublicCall
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "forgotPassword",
            summary = "Sends a link to a new password, where there is such an account",
            description = "The answer is the same where there is none. Links sent before stop working.")
    @ApiResponse(responseCode = "202", description = "A mail is on its way, if there is such an account")
    @DocumentedProblems(ProblemCode.TOO_MANY_REQUESTS)
    void forgotPassword(@Valid @RequestBody ForgotPasswordDto forgotten, Client client) {
        mailedTokens.requestReset(forgotten.email(), client);
    }

    @PostMapping(path = "/password/reset", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PublicCall
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "resetPassword",
            summary = "Chooses a new password with the token of the mail, and ends every session",
            description = "A token works once, within 30 minutes. The email counts as verified afterwards.")
    @ApiResponse(responseCode = "204", description = "The password is changed")
    @DocumentedProblems({ProblemCode.INVALID_TOKEN, ProblemCode.TOO_MANY_REQUESTS})
    void resetPassword(@Valid @RequestBody ResetPasswordDto reset, Client client) {
        mailedTokens.resetPassword(reset.token(), RawPassword.of(reset.password()), client);
    }
}
