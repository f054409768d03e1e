package dev.stagedoor.me.web;

import dev.stagedoor.me.ChangePasswordDto;
import dev.stagedoor.me.PasswordChangeService;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/me/password", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Me")
@RequiredArgsConstructor
class PasswordController {

    private final PasswordChangeService passwords;

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "changePassword",
            summary = "Changes the password",
            description = "Ends all other sessions and sends a notification email.")
    @ApiResponse(responseCode = "204", description = "The password is changed")
    @DocumentedProblems(
            value = {
                ProblemCode.NOT_FOUND,
                ProblemCode.INVALID_CREDENTIALS,
                ProblemCode.CONFLICT,
                ProblemCode.TOO_MANY_REQUESTS
            },
            missing = "user")
    void change(@AuthenticationPrincipal CurrentUser caller, @Valid @RequestBody ChangePasswordDto change) {
        passwords.change(caller, change);
    }
}
