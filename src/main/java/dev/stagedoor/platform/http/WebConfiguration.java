package dev.stagedoor.platform.http;

import java.util.UUID;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes paths and queries as strict as bodies: a UUID is written in full, text has no NUL or lone surrogate. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final int UUID_LENGTH = 36;

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new UuidConverter());
    }

    private static final class UuidConverter implements Converter<String, UUID> {

        @Override
        public UUID convert(String text) {
            if (text.length() != UUID_LENGTH) {
                throw new IllegalArgumentException("not a UUID");
            }
            return UUID.fromString(text);
        }
    }
}
