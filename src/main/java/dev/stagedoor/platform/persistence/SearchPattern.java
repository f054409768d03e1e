package dev.stagedoor.platform.persistence;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Searches a part of a text in any case, with or without accents, in composed and decomposed form. Uses built-in functions
 * of PostgreSQL, so that indexes can contain the expression.
 */
public final class SearchPattern {

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

    private SearchPattern() {}

    /** Returns the condition on a column. Its parameter {@code search} is the pattern. */
    public static String condition(String column) {
        return folded(column) + " LIKE :search";
    }

    /** Returns the SQL expression of a text in lower case and without accents. */
    public static String folded(String expression) {
        return "lower(normalize(regexp_replace(normalize(" + expression
                + ", NFD), '[\\u0300-\\u036f]', '', 'g'), NFC))";
    }

    /** Returns the {@code LIKE} pattern, in lower case by character like in PostgreSQL, that matches texts that contain the part. */
    public static String of(String part) {
        var text = withoutAccents(part)
                .codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** Returns the text without accents, in its original case. */
    public static String withoutAccents(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        return Normalizer.normalize(ACCENTS.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
    }
}
