package dev.stagedoor.platform.persistence;

import java.text.Normalizer;
import java.util.Locale;

/** Searches a part of a text in any case, with or without accents, in composed and decomposed form. */
public final class SearchPattern {

    public static final String ACCENTS = "[\u0300-\u036f]";

    private SearchPattern() {}

    /** Returns the condition on a column. Its parameter {@code search} is the pattern. */
    public static String condition(String column) {
        return "regexp_replace(normalize(lower(" + column + "), NFD), '" + ACCENTS + "', '', 'g') LIKE :search";
    }

    /** Returns the {@code LIKE} pattern that matches texts that contain the part. */
    public static String of(String part) {
        var decomposed = Normalizer.normalize(part.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return "%" + decomposed.replaceAll(ACCENTS, "").replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
