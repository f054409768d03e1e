package dev.stagedoor.platform.security;

/** The header rules of the firewall as character loops, which are faster than the regular expressions of Spring Security. */
final class HeaderCharacters {

    private HeaderCharacters() {}

    /** Whether all characters are assigned in Unicode and are not control characters. */
    static boolean isName(String text) {
        return text.codePoints().allMatch(HeaderCharacters::isAssigned);
    }

    /** Whether the value, decoded as UTF-8, contains no control characters except tabs. */
    static boolean isValue(String text) {
        return text.chars().allMatch(HeaderCharacters::isPrintableAscii)
                || HeaderText.utf8(text).codePoints().noneMatch(HeaderCharacters::isForbiddenControl);
    }

    private static boolean isAssigned(int character) {
        return isPrintableAscii(character)
                || Character.getType(character) != Character.UNASSIGNED && !Character.isISOControl(character);
    }

    private static boolean isPrintableAscii(int character) {
        return character >= ' ' && character <= '~';
    }

    private static boolean isForbiddenControl(int character) {
        return Character.isISOControl(character) && character != '\t';
    }
}
