package dev.stagedoor.page;

import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.auth.EmailLinkService;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.web.Client;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The pages of the links in emails. GET only shows a form, because mail scanners open links; POST redeems the token. Other query
 * parameters are ignored, because mail programs add their own.
 */
@Controller
@Hidden
@RequiredArgsConstructor
class EmailLinkPages {

    private static final String VERIFY = "/verify-email";
    private static final String RESET = "/reset-password";
    private static final String RESTORE = "/restore-account";

    private final EmailLinkService emailLinks;
    private final PageRenderer pages;

    @GetMapping({VERIFY, RESET, RESTORE})
    @PermitAll
    ResponseEntity<String> show(HttpServletRequest request, Locale language) {
        var path = path(request);
        var token = field(request, "token");
        return token.isBlank()
                ? failure(HttpStatus.BAD_REQUEST, path, "incomplete", language)
                : form(HttpStatus.OK, path, token, null, language);
    }

    @PostMapping(
            path = {VERIFY, RESET, RESTORE},
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @PermitAll
    ResponseEntity<String> redeem(HttpServletRequest request, Client client, Locale language) {
        var path = path(request);
        var token = field(request, "token");
        try {
            redeem(path, token, field(request, "password"), client);
            return pages.page(HttpStatus.OK, language, "", done(path, language));
        } catch (ProblemException problem) {
            return failure(problem, path, token, language);
        }
    }

    private void redeem(String path, String token, String password, Client client) {
        switch (path) {
            case VERIFY -> emailLinks.verifyEmail(token, client);
            case RESTORE -> emailLinks.restore(token, client);
            default -> emailLinks.resetPassword(token, RawPassword.of(password), client);
        }
    }

    private ResponseEntity<String> failure(ProblemException problem, String path, String token, Locale language) {
        return switch (problem.getCode()) {
            case VALIDATION_FAILED ->
                form(
                        HttpStatus.BAD_REQUEST,
                        path,
                        token,
                        problem.getErrors().get(0).in(language).message(),
                        language);
            case INVALID_TOKEN -> failure(HttpStatus.BAD_REQUEST, path, "invalid", language);
            case TOO_MANY_REQUESTS ->
                failure(HttpStatus.TOO_MANY_REQUESTS, path, ProblemCode.TOO_MANY_REQUESTS.code(), language);
            default -> throw problem;
        };
    }

    private ResponseEntity<String> failure(HttpStatus status, String path, String reason, Locale language) {
        return pages.page(
                status,
                language,
                "",
                Map.of(
                        "title", text(path, "title", language),
                        "failure", pages.text("link." + reason, language)));
    }

    private Map<String, Object> done(String path, Locale language) {
        return Map.of("title", text(path, "done", language), "text", text(path, "done-text", language));
    }

    private ResponseEntity<String> form(
            HttpStatus status, String path, String token, @Nullable String error, Locale language) {
        var form = new HashMap<String, Object>();
        form.put("action", path.substring(1));
        form.put("field", "token");
        form.put("value", token);
        form.put("button", text(path, "button", language));
        if (path.equals(RESET)) {
            form.put("password", password(error, language));
        }
        return pages.page(
                status,
                language,
                "",
                Map.of(
                        "title", text(path, "title", language),
                        "text", text(path, "text", language),
                        "form", form));
    }

    private Map<String, Object> password(@Nullable String error, Locale language) {
        var label = text(RESET, "password", language);
        return error == null ? Map.of("label", label) : Map.of("label", label, "error", label + " " + error);
    }

    /** Returns the value as it was sent. {@code @RequestParam} would normalize text, which changes passwords. */
    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Returns the path without the context path. */
    private static String path(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private String text(String path, String name, Locale language) {
        return pages.text(path.substring(1) + "." + name, language);
    }
}
