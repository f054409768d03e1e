package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemMessages;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** Validation messages use the response locale instead of the default locale of the JVM. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    /** Bean Validation resolves the messages of constraints with it. */
    @Bean
    MessageSource messageSource() {
        return ProblemMessages.SOURCE;
    }

    @Bean
    LocaleResolver localeResolver() {
        return ResponseLocale.RESOLVER;
    }
}
