package dev.stagedoor.profile;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Validation and canonicalization of language tags (BCP 47). */
public final class LanguageTags {

    private static final int MAX_LENGTH = 35;

    private LanguageTags() {}

    /** Returns the canonical form, for example {@code en-US} for {@code EN-us}. Null stays null. */
    public static @Nullable String canonical(@Nullable String tag) {
        return tag == null ? null : locale(tag).map(Locale::toLanguageTag).orElse(tag);
    }

    /** Returns the canonical form, or null if the tag is invalid. */
    static @Nullable String knownOrNull(@Nullable String tag) {
        return tag != null && isKnown(tag) ? canonical(tag) : null;
    }

    static boolean isKnown(String tag) {
        return locale(tag).isPresent();
    }

    private static Optional<Locale> locale(String tag) {
        if (tag.length() > MAX_LENGTH) {
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
        return Codes.LANGUAGES.contains(locale.getLanguage())
                && (region.isEmpty() || region.matches("\\d{3}") || Codes.REGIONS.contains(region));
    }
}
