package dev.stagedoor.platform.validation;

/** What text may be made of. */
public final class TextRules {

    private TextRules() {}

    /** Whether UTF-8 and PostgreSQL can hold it: no NUL, no lone surrogate. */
    public static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || isSurrogate(point));
    }

    /**
     * Whether it is one line of well-formed text: no control, line or paragraph separator either, and nothing that turns
     * the direction of what follows around.
     */
    public static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(point -> isSurrogate(point) || isBreak(point) || isTurn(point));
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

    private static boolean isTurn(int point) {
        return switch (Character.getDirectionality(point)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> true;
            default -> false;
        };
    }
}
