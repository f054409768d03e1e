package dev.stagedoor.platform.validation;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSet.SpanCondition;

/** Rules for the characters of text. */
public final class TextRules {

    /** Normalizing a sequence of combining marks takes quadratic time. Longer text is invalid in fields that are not ASCII. */
    private static final int MAX_NORMALIZED_LENGTH = 4_096;

    private static final UnicodeSet INVISIBLE =
            new UnicodeSet("[[:White_Space:][:Default_Ignorable_Code_Point:]\\u2800]").freeze();

    /** Without the characters that change the preceding one: variation selectors, and the tags of flags. */
    private static final UnicodeSet INVISIBLE_AT_END = new UnicodeSet(INVISIBLE)
            .removeAll(new UnicodeSet("[[:Variation_Selector:]\\U000E0020-\\U000E007F]"))
            .freeze();

    private static final UnicodeSet NOT_IN_ONE_LINE =
            new UnicodeSet("[[:Cc:][:Cs:][:Zl:][:Zp:][:Bidi_Control:]]").freeze();

    private TextRules() {}

    /** Whether UTF-8 and PostgreSQL can represent the text: it contains neither NUL nor lone surrogates. */
    public static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || isSurrogate(point));
    }

    /**
     * Whether the text is one line of well-formed text. Excludes control characters, line and paragraph separators, and
     * characters that control the text direction.
     */
    public static boolean isOneLine(String text) {
        return NOT_IN_ONE_LINE.containsNone(text);
    }

    /** Returns the text in NFC, without white space and invisible characters at both ends. */
    public static String normalized(String text) {
        var trimmed = trimmed(text);
        return trimmed.length() > MAX_NORMALIZED_LENGTH
                ? trimmed
                : Normalizer2.getNFCInstance().normalize(trimmed);
    }

    private static String trimmed(String text) {
        var start = INVISIBLE.span(text, SpanCondition.SIMPLE);
        return start == text.length()
                ? ""
                : text.substring(start, INVISIBLE_AT_END.spanBack(text, SpanCondition.SIMPLE));
    }

    private static boolean isSurrogate(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }
}
