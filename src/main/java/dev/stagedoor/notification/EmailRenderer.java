package dev.stagedoor.notification;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
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

/** Puts a notice on paper, as text and as HTML, in the recipient's language where we have it and English elsewhere. */
@Component
class EmailRenderer {

    /** A new language is one more file beside {@code notice/messages.properties}, and its name here. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** JMustache's own would escape the = of a link too, which not every mail program undoes. */
    private static final Mustache.Escaper HTML = Escapers.simple(
            new String[] {"&", "&amp;"},
            new String[] {"<", "&lt;"},
            new String[] {">", "&gt;"},
            new String[] {"\"", "&quot;"},
            new String[] {"'", "&#39;"});

    private final ResourceBundleMessageSource messages = messages();
    private final Template text = template(
            "letter.txt", Mustache.compiler().withEscaper(Escapers.NONE).defaultValue(""));
    private final Template html =
            template("letter.html", Mustache.compiler().withEscaper(HTML).defaultValue(""));

    /** {@code link} and {@code purgeAfter} may be null. */
    Email write(EmailType notice, EmailRecipient recipient, String link, Instant purgeAfter) {
        var language = language(recipient.language());
        var words = words(notice, recipient, language, link, day(purgeAfter, language));
        return new Email(
                recipient.email(), language, (String) words.get("subject"), text.execute(words), html.execute(words));
    }

    private Map<String, Object> words(
            EmailType notice, EmailRecipient recipient, Locale language, String link, String purgeDay) {
        var name = recipient.greetedAs();
        var words = new HashMap<String, Object>();
        words.put("language", language.toLanguageTag());
        words.put("greeting", name == null ? say("greeting", language) : say("greeting.name", language, name));
        for (var part : List.of("subject", "before", "after", "action")) {
            words.put(part, say(notice + "." + part, language, purgeDay));
        }
        words.put("link", link);
        words.put("closing", say("closing", language));
        words.put("footer", say("footer", language));
        return words;
    }

    /** Null where there is no such text. */
    private String say(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, null, language);
    }

    private static String day(Instant instant, Locale language) {
        return instant == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .format(instant.atOffset(ZoneOffset.UTC));
    }

    /** RFC 4647, lookup. What another system wrote there may be no tag. */
    private static Locale language(String tag) {
        try {
            var found = tag == null ? null : Locale.lookup(LanguageRange.parse(tag), LANGUAGES);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException notATag) {
            return Locale.ENGLISH;
        }
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("notice/messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static Template template(String name, Mustache.Compiler compiler) {
        try (var reader = new InputStreamReader(
                new ClassPathResource("notice/" + name).getInputStream(), StandardCharsets.UTF_8)) {
            return compiler.compile(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
