package dev.stagedoor.page;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.preference.UnsubscribeService;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * The page of unsubscribe links. GET only shows a form, because mail scanners open links. POST turns off the emails, also when
 * a mail program sends it without showing the page (RFC 8058). The body is not read.
 */
@Controller
@Hidden
@RequiredArgsConstructor
class UnsubscribePage {

    private static final String PATH = "/unsubscribe/{token}";
    private static final String ROOT = "../";

    private final UnsubscribeService unsubscribes;
    private final PageRenderer pages;

    @GetMapping(PATH)
    @PermitAll
    ResponseEntity<String> show(
            @PathVariable String token,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Locale language,
            HttpServletResponse response) {
        return answer(accept, language, response, () -> form(token, language));
    }

    @PostMapping(PATH)
    @PermitAll
    ResponseEntity<String> unsubscribe(
            @PathVariable String token,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Locale language,
            HttpServletResponse response) {
        return answer(accept, language, response, () -> {
            unsubscribes.unsubscribe(token);
            return Map.of("title", text("done", language), "text", text("done-text", language));
        });
    }

    /** Returns an invalid token as a page if the client accepts HTML, otherwise as a problem. */
    private ResponseEntity<String> answer(
            @Nullable String accept,
            Locale language,
            HttpServletResponse response,
            Supplier<Map<String, Object>> page) {
        try {
            return pages.page(HttpStatus.OK, language, ROOT, page.get());
        } catch (ProblemException problem) {
            if (problem.getCode() == ProblemCode.INVALID_TOKEN && acceptsHtml(accept)) {
                return pages.page(HttpStatus.BAD_REQUEST, language, ROOT, failure(language));
            }
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            throw problem;
        }
    }

    private static boolean acceptsHtml(@Nullable String accept) {
        List<MediaType> types = MediaType.parseMediaTypes(accept);
        return types.stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private Map<String, Object> form(String token, Locale language) {
        var name = unsubscribes.categoryName(token, language);
        var form = new HashMap<String, Object>();
        form.put("action", token);
        form.put("field", "List-Unsubscribe");
        form.put("value", "One-Click");
        form.put("button", text("button", language));
        return Map.of(
                "title", text("title", language),
                "text",
                        name.map(category -> text("text", language, category))
                                .orElseGet(() -> text("text-without-category", language)),
                "form", form);
    }

    private Map<String, Object> failure(Locale language) {
        return Map.of("title", text("title", language), "failure", text("invalid", language));
    }

    private String text(String name, Locale language, Object... arguments) {
        return pages.text("unsubscribe." + name, language, arguments);
    }
}
