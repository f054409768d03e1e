package dev.stagedoor.platform.security;

/** The header rule of the firewall as a character loop, which is faster than the regular expressions of Spring Security. */
final class HeaderCharacters {

    private HeaderCharacters() {}

    /** Whether all characters are assigned in Unicode and are not control characters, except an allowed tab. */
    static boolean areAssigned(String text, boolean isTabAllowed) {
        var index = 0;
        while (index < text.length() && isAssigned(text.codePointAt(index), isTabAllowed)) {
            index += Character.charCount(text.codePointAt(index));
        }
        return index == text.length();
    }

    private static boolean isAssigned(int character, boolean isTabAllowed) {
        if (character >= ' ' && character <= '~') {
            return true;
        }
        var type = Character.getType(character);
        return type != Character.UNASSIGNED && (type != Character.CONTROL || isTabAllowed && character == '\t');
    }
}
