package dev.stagedoor.notification;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.annotation.Nullable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Renders emails as text and HTML, in the language of the recipient if it is supported, otherwise in English. */
@Component
class EmailRenderer {

    /** Each language has a file {@code email/messages_*.properties}. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** Unlike the default of JMustache, does not escape the equals sign of links, which some mail programs do not decode. */
    private static final Mustache.Escaper HTML = Escapers.simple(
            new String[] {"&", "&amp;"},
            new String[] {"<", "&lt;"},
            new String[] {">", "&gt;"},
            new String[] {"\"", "&quot;"},
            new String[] {"'", "&#39;"});

    private final ResourceBundleMessageSource messages = messages();
    private final Template text =
            template("email.txt", Mustache.compiler().withEscaper(Escapers.NONE).defaultValue(""));
    private final Template html =
            template("email.html", Mustache.compiler().withEscaper(HTML).defaultValue(""));

    Email render(EmailType type, EmailRecipient recipient, @Nullable String link, @Nullable Instant purgeAfter) {
        var language = language(recipient.language());
        var variables = variables(type, recipient, language, link, date(purgeAfter, language));
        return new Email(
                recipient.email(),
                language,
                (String) variables.get("subject"),
                text.execute(variables),
                html.execute(variables));
    }

    private Map<String, Object> variables(
            EmailType type,
            EmailRecipient recipient,
            Locale language,
            @Nullable String link,
            @Nullable String purgeDate) {
        var name = recipient.salutationName();
        var variables = new HashMap<String, Object>();
        variables.put("language", language.toLanguageTag());
        variables.put("greeting", name == null ? null : message("greeting", language, name));
        for (var part : List.of("subject", "before", "after", "action")) {
            variables.put(part, message(type + "." + part, language, purgeDate));
        }
        variables.put("link", link);
        variables.put("closing", message("closing", language));
        variables.put("footer", message("footer", language));
        return variables;
    }

    /** Returns null for an unknown key. */
    @Nullable
    private String message(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, null, language);
    }

    @Nullable
    private static String date(@Nullable Instant instant, Locale language) {
        return instant == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Finds the best match (lookup, RFC 4647). Other systems may have stored an invalid tag. */
    private static Locale language(@Nullable String tag) {
        try {
            var found = tag == null ? null : Locale.lookup(LanguageRange.parse(tag), LANGUAGES);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException invalidTag) {
            return Locale.ENGLISH;
        }
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("email/messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static Template template(String name, Mustache.Compiler compiler) {
        try (var reader = new InputStreamReader(
                new ClassPathResource("email/" + name).getInputStream(), StandardCharsets.UTF_8)) {
            return compiler.compile(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
