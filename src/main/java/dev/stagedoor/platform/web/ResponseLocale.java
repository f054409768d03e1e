package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemMessages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The language of responses: the first supported one of {@code Accept-Language}, otherwise English. */
@Configuration(proxyBeanMethods = false)
class ResponseLocale {

    private static final AcceptHeaderLocaleResolver RESOLVER = resolver();

    /** Spring MVC passes the locale to Bean Validation. */
    @Bean
    LocaleResolver localeResolver() {
        return RESOLVER;
    }

    /** Bean Validation resolves the messages of constraints with it. */
    @Bean
    MessageSource messageSource() {
        return ProblemMessages.SOURCE;
    }

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
