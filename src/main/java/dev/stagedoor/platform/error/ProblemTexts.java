package dev.stagedoor.platform.error;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Translations of problem texts. The code contains the English texts. They are the keys of
 * {@code problem/<language>.json}, in which <code>{}</code> is the placeholder of a value.
 */
public final class ProblemTexts {

    private static final String PLACEHOLDER = "{}";

    private static final Map<String, ProblemTexts> LANGUAGES =
            Map.of(Locale.GERMAN.getLanguage(), new ProblemTexts("/problem/de.json"));

    private static final ProblemTexts ENGLISH = new ProblemTexts(Map.of());

    private final Map<String, String> texts;
    private final List<Template> templates = new ArrayList<>();

    private ProblemTexts(String file) {
        this(read(file));
    }

    private ProblemTexts(Map<String, String> texts) {
        this.texts = texts;
        texts.forEach((english, translation) -> {
            if (english.contains(PLACEHOLDER)) {
                templates.add(new Template(english, translation));
            }
        });
    }

    /** Returns the texts of the language, or the English ones if the language is not supported. */
    public static ProblemTexts in(Locale locale) {
        return LANGUAGES.getOrDefault(locale.getLanguage(), ENGLISH);
    }

    /** The supported languages, English first. */
    public static List<Locale> languages() {
        return List.of(Locale.ENGLISH, Locale.GERMAN);
    }

    /** Returns the translation, or the English text if there is none. */
    public String of(String english) {
        var translation = texts.get(english);
        if (translation != null) {
            return translation;
        }
        return templates.stream()
                .filter(template -> template.pattern().matcher(english).matches())
                .findFirst()
                .map(template -> template.translate(english))
                .orElse(english);
    }

    public List<FieldErrorDto> of(List<FieldErrorDto> errors) {
        return errors.stream()
                .map(error -> new FieldErrorDto(error.field(), error.code(), of(error.message())))
                .toList();
    }

    private static Map<String, String> read(String file) {
        try (InputStream json = ProblemTexts.class.getResourceAsStream(file)) {
            return JsonMapper.shared().readValue(json, new TypeReference<HashMap<String, String>>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A text with one placeholder. */
    private record Template(Pattern pattern, String translation) {

        private Template(String english, String translation) {
            this(Pattern.compile("\\Q" + english.replace(PLACEHOLDER, "\\E(\\S+)\\Q") + "\\E"), translation);
        }

        private String translate(String english) {
            var match = pattern.matcher(english);
            return match.matches() ? translation.replace(PLACEHOLDER, match.group(1)) : english;
        }
    }
}
