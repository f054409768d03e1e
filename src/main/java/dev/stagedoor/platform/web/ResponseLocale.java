package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemMessages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The language of responses: the first supported one of {@code Accept-Language}, otherwise English. */
final class ResponseLocale {

    static final AcceptHeaderLocaleResolver RESOLVER = resolver();

    private ResponseLocale() {}

    static Locale of(HttpServletRequest request) {
        return RESOLVER.resolveLocale(request);
    }

    /** Sets {@code Content-Language} and {@code Vary}. */
    static void setHeaders(Locale language, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    private static AcceptHeaderLocaleResolver resolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(ProblemMessages.LANGUAGES);
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }
}
