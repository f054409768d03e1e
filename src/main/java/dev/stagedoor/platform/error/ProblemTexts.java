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
 * The words of problem answers in another language. They are written in English where they belong; a file for each other
 * language, {@code problem/<language>.json}, has them as keys, with <code>{}</code> for a value.
 */
public final class ProblemTexts {

    private static final String VALUE = "{}";

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
        texts.forEach((english, other) -> {
            if (english.contains(VALUE)) {
                templates.add(new Template(english, other));
            }
        });
    }

    /** Those of a language; English where there is none of its own. */
    public static ProblemTexts in(Locale locale) {
        return LANGUAGES.getOrDefault(locale.getLanguage(), ENGLISH);
    }

    /** The languages that there are, English first. */
    public static List<Locale> languages() {
        return List.of(Locale.ENGLISH, Locale.GERMAN);
    }

    /** The text in this language; as it is where nobody has translated it. */
    public String of(String english) {
        var known = texts.get(english);
        if (known != null) {
            return known;
        }
        return templates.stream()
                .filter(template -> template.pattern().matcher(english).matches())
                .findFirst()
                .map(template -> template.translate(english))
                .orElse(english);
    }

    public List<FieldErrorDto> of(List<FieldErrorDto> faults) {
        return faults.stream()
                .map(fault -> new FieldErrorDto(fault.field(), fault.code(), of(fault.message())))
                .toList();
    }

    private static Map<String, String> read(String file) {
        try (InputStream json = ProblemTexts.class.getResourceAsStream(file)) {
            return JsonMapper.shared().readValue(json, new TypeReference<HashMap<String, String>>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A text with one value in it. */
    private record Template(Pattern pattern, String other) {

        private Template(String english, String other) {
            this(Pattern.compile("\\Q" + english.replace(VALUE, "\\E(\\S+)\\Q") + "\\E"), other);
        }

        private String translate(String english) {
            var match = pattern.matcher(english);
            return match.matches() ? other.replace(VALUE, match.group(1)) : english;
        }
    }
}
