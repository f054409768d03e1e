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
import dev.stagedoor.platform.security.PublicCall;
import dev.stagedoor.platform.web.Client;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Accounts", description = "Registering, signing in, staying signed in and signing out")
@RequiredArgsConstructor
class AuthController {

    private final AuthService auth;

    @PostMapping(path = "/register", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PublicCall
    @Operation(
            operationId = "register",
            summary = "Makes an account and signs it in",
            description =
                    "Account and profile are made at once, or neither. A mail with a link proves the mailbox; until then the account works as any other.")
    @ApiResponse(responseCode = "201", description = "The account's first session")
    @DocumentedHeaders(ResponseHeader.NO_STORE)
    @DocumentedProblems({ProblemCode.EMAIL_TAKEN, ProblemCode.PHONE_TAKEN, ProblemCode.TOO_MANY_REQUESTS})
    ResponseEntity<AuthSessionDto> register(@Valid @RequestBody RegisterDto registration, Client client) {
        return tokens(HttpStatus.CREATED, auth.register(registration, client));
    }

    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PublicCall
    @Operation(
            operationId = "login",
            summary = "Signs in",
            description =
                    "An unknown email, a wrong password and a deactivated account get the same answer. Too many wrong"
                            + " passwords lock the account, or the address they come from, for a while.")
    @ApiResponse(responseCode = "200", description = "A new session")
    @DocumentedHeaders(ResponseHeader.NO_STORE)
    @DocumentedProblems({ProblemCode.INVALID_CREDENTIALS, ProblemCode.TOO_MANY_REQUESTS})
    ResponseEntity<AuthSessionDto> login(@Valid @RequestBody LoginDto login, Client client) {
        return tokens(HttpStatus.OK, auth.login(login, client));
    }

    @PostMapping(path = "/refresh", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PublicCall
    @Operation(
            operationId = "refresh",
            summary = "Renews a session",
            description =
                    "A refresh token works once. Where the answer got lost, a repeat within ten seconds, before its"
                            + " successor was used, gets a fresh successor; any other second use ends the session.")
    @ApiResponse(responseCode = "200", description = "The session with new tokens")
    @DocumentedHeaders(ResponseHeader.NO_STORE)
    @DocumentedProblems({ProblemCode.INVALID_REFRESH_TOKEN, ProblemCode.TOO_MANY_REQUESTS})
    ResponseEntity<AuthSessionDto> refresh(@Valid @RequestBody RefreshDto refresh, Client client) {
        return tokens(HttpStatus.OK, auth.refresh(refresh, client));
    }

    @PostMapping(path = "/logout", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PublicCall
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "logout",
            summary = "Ends a session, whether or not the token was good",
            description = "Its refresh token and its access tokens stop working at once.")
    @ApiResponse(responseCode = "204", description = "The session, if it was one, has ended")
    void logout(@Valid @RequestBody RefreshDto refresh) {
        auth.logout(refresh);
    }

    private static ResponseEntity<AuthSessionDto> tokens(HttpStatus status, AuthSessionDto session) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(session);
    }
}
