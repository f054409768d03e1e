package dev.stagedoor.platform.error;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The texts of problems in all supported languages, from {@code problem/messages*.properties}. */
public final class ProblemMessages {

    /** English is the default. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    public static final MessageSource SOURCE = source();

    private ProblemMessages() {}

    private static MessageSource source() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("problem/messages");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
