package dev.stagedoor.auth.web;

import dev.stagedoor.auth.AuthService;
import dev.stagedoor.auth.AuthSessionDto;
import dev.stagedoor.auth.LoginDto;
import dev.stagedoor.auth.RefreshDto;
import dev.stagedoor.auth.RegisterDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedHeaders;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.openapi.ResponseHeader;
import dev.stagedoor.platform.web.Client;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/auth", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts", description = "Registration, sign-in, token refresh and sign-out")
@RequiredArgsConstructor
class AuthController {

    private final AuthService auth;

    @PostMapping(path = "/register", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PermitAll
    @Operation(
            operationId = "register",
            summary = "Creates an account and signs in",
            description =
                    "Sends an email with a verification link. The account can be used before the email is verified. If the"
                            + " response was lost, the call can be repeated within a minute: with the same email and password"
                            + " it returns a new session.")
    @ApiResponse(responseCode = "201", description = "The first session of the new account")
    @DocumentedHeaders(ResponseHeader.NO_STORE)
    @DocumentedProblems({ProblemCode.EMAIL_TAKEN, ProblemCode.PHONE_TAKEN})
    ResponseEntity<AuthSessionDto> register(@Valid @RequestBody RegisterDto registration, Client client) {
        return response(HttpStatus.CREATED, auth.register(registration, client));
    }

    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PermitAll
    @Operation(
            operationId = "login",
            summary = "Signs in",
            description =
                    "An unknown email, a wrong password and a deactivated account return the same response. Failed attempts"
                            + " are limited per account and client address. Send the last refresh token of the device, so that"
                            + " wrong passwords from other devices do not lock it out.")
    @ApiResponse(responseCode = "200", description = "A new session")
    @DocumentedHeaders(ResponseHeader.NO_STORE)
    @DocumentedProblems(ProblemCode.INVALID_CREDENTIALS)
    ResponseEntity<AuthSessionDto> login(@Valid @RequestBody LoginDto login, Client client) {
        return response(HttpStatus.OK, auth.login(login, client));
    }

    @PostMapping(path = "/refresh", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PermitAll
    @Operation(
            operationId = "refresh",
            summary = "Renews a session",
            description =
                    "A refresh token can be used once and has one successor. If the response was lost, or another tab has sent"
                            + " the token, a repetition within 60 seconds returns the same successor with a new access token,"
                            + " as long as the successor is unused. Any other reuse ends the session. A session ends 30 days"
                            + " after its last refresh and 180 days after the sign-in.")
    @ApiResponse(responseCode = "200", description = "The renewed session with new tokens")
    @DocumentedHeaders(ResponseHeader.NO_STORE)
    @DocumentedProblems(ProblemCode.INVALID_REFRESH_TOKEN)
    ResponseEntity<AuthSessionDto> refresh(@Valid @RequestBody RefreshDto refresh, Client client) {
        return response(HttpStatus.OK, auth.refresh(refresh, client));
    }

    @PostMapping(path = "/logout", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PermitAll
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "logout",
            summary = "Signs out",
            description =
                    "Ends the session and invalidates its tokens immediately. An invalid refresh token returns 204 as well.")
    @ApiResponse(responseCode = "204", description = "The session has ended, or the token was invalid")
    void logout(@Valid @RequestBody RefreshDto refresh) {
        auth.logout(refresh);
    }

    private static ResponseEntity<AuthSessionDto> response(HttpStatus status, AuthSessionDto session) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(session);
    }
}
