package dev.stagedoor.platform.validation;

/** What text may be made of. */
public final class Text {

    private Text() {}

    /** Whether UTF-8 and PostgreSQL can hold it: no NUL, no lone surrogate. */
    public static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || isSurrogate(point));
    }

    /** Whether it is one line of well-formed text: no control, line or paragraph separator either. */
    public static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(point -> isSurrogate(point) || isBreak(point));
    }

    private static boolean isSurrogate(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }

    private static boolean isBreak(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
