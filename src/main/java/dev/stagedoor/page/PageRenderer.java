package dev.stagedoor.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders the template {@code page/page.html} with the texts {@code page/messages*.properties}, in the style of the dashboard. */
@Component
class PageRenderer {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ResourceBundleMessageSource messages = messages();
    private final Template template = template();

    /** Returns the text in the language, or in English. */
    String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    /**
     * Renders a page that is never stored and sends no referrer, because its address can contain a token.
     *
     * @param root the relative path of the root, such as {@code ../}; empty for pages in the root
     */
    ResponseEntity<String> page(HttpStatusCode status, Locale language, String root, Map<String, Object> content) {
        var variables = new HashMap<>(content);
        variables.put("language", language.toLanguageTag());
        variables.put("root", root);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(template.execute(variables));
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("page/messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static Template template() {
        try (var reader = new InputStreamReader(
                new ClassPathResource("page/page.html").getInputStream(), StandardCharsets.UTF_8)) {
            return Mustache.compiler().defaultValue("").compile(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
