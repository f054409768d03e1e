package dev.stagedoor.auth.web;

import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.auth.EmailLinkService;
import dev.stagedoor.auth.ForgotPasswordDto;
import dev.stagedoor.auth.OneTimeTokenDto;
import dev.stagedoor.auth.ResetPasswordDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.Client;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/auth", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Email links", description = "Email verification, password reset and account restore")
@RequiredArgsConstructor
class EmailLinkController {

    private final EmailLinkService emailLinks;

    @PostMapping(path = "/email/verify", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PermitAll
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "verifyEmail",
            summary = "Verifies the email with the token of an email link",
            description =
                    "The token is valid for 24 hours. Changing the password invalidates it. A used token succeeds again while its"
                            + " address is still the account's.")
    @ApiResponse(responseCode = "204", description = "The email is verified")
    @DocumentedProblems(ProblemCode.INVALID_TOKEN)
    void verifyEmail(@Valid @RequestBody OneTimeTokenDto verification, Client client) {
        emailLinks.verifyEmail(verification.token(), client);
    }

    @PostMapping("/email/verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "requestEmailVerification",
            summary = "Sends a new verification email",
            description = "Sends nothing if the email is already verified. Earlier tokens stay valid.")
    @ApiResponse(responseCode = "202", description = "The email is queued, unless the address is already verified")
    void requestVerification(@AuthenticationPrincipal CurrentUser caller, Client client) {
        emailLinks.requestVerification(caller.userId(), client);
    }

    @PostMapping(path = "/account/restore", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PermitAll
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "restoreAccount",
            summary = "Restores a deleted account with the token of an email link",
            description = "Restores all data. Sessions are not restored.")
    @ApiResponse(responseCode = "204", description = "The account is active again")
    @DocumentedProblems(ProblemCode.INVALID_TOKEN)
    void restore(@Valid @RequestBody OneTimeTokenDto restoration, Client client) {
        emailLinks.restore(restoration.token(), client);
    }

    @PostMapping(path = "/password/forgot", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PermitAll
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "forgotPassword",
            summary = "Sends a password reset link",
            description =
                    "Returns the same response if the account does not exist. Earlier links stay valid. A deleted account that is"
                            + " not yet purged receives a link to restore it.")
    @ApiResponse(responseCode = "202", description = "The email is queued if the account exists")
    void forgotPassword(@Valid @RequestBody ForgotPasswordDto request, Client client) {
        emailLinks.requestReset(request.email(), client);
    }

    @PostMapping(path = "/password/reset", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PermitAll
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "resetPassword",
            summary = "Sets a new password with the token of an email link",
            description =
                    "The token is valid for 30 minutes and can be used once. Ends all sessions and marks the email as verified.")
    @ApiResponse(responseCode = "204", description = "The password is changed")
    @DocumentedProblems(ProblemCode.INVALID_TOKEN)
    void resetPassword(@Valid @RequestBody ResetPasswordDto reset, Client client) {
        emailLinks.resetPassword(reset.token(), RawPassword.of(reset.password()), client);
    }
}
