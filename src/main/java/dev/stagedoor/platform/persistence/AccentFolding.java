package dev.stagedoor.platform.persistence;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text without accents, for searches. Uses built-in functions of PostgreSQL, so that indexes can contain the expression. */
public final class AccentFolding {

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

    private AccentFolding() {}

    /** Returns an expression for the text in lower case and without accents. */
    public static String sql(String text) {
        return "lower(normalize(regexp_replace(normalize(%s, NFD), '[\\u0300-\\u036f]', '', 'g'), NFC))"
                .formatted(text);
    }

    /** Returns the text without accents, in its original case. */
    public static String folded(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        return Normalizer.normalize(ACCENTS.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
    }
}
