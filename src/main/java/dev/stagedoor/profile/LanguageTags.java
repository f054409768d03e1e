package dev.stagedoor.profile;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one form in which language tags are stored (BCP 47, canonical case). */
public final class LanguageTags {

    private static final int LONGEST = 35;
    private static final Set<String> LANGUAGES = Stream.concat(
                    Arrays.stream(Locale.getISOLanguages()),
                    Arrays.stream(Locale.getAvailableLocales()).map(Locale::getLanguage))
            .filter(language -> !language.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    private LanguageTags() {}

    /** The canonical form, such as {@code en-US} of {@code EN-us}; null stays null. */
    public static String canonical(String tag) {
        return tag == null ? null : locale(tag).map(Locale::toLanguageTag).orElse(tag);
    }

    static boolean isKnown(String tag) {
        return locale(tag).isPresent();
    }

    private static Optional<Locale> locale(String tag) {
        if (tag.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build()).filter(LanguageTags::isKnown);
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isKnown(Locale locale) {
        var region = locale.getCountry();
        return LANGUAGES.contains(locale.getLanguage())
                && (region.isEmpty() || region.matches("\\d{3}") || REGIONS.contains(region));
    }
}
