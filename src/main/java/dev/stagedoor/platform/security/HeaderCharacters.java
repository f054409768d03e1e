package dev.stagedoor.platform.security;

/** The firewall's own rule for headers, decided character by character: its regular expressions cost each request more. */
final class HeaderCharacters {

    private HeaderCharacters() {}

    /** Whether all characters are assigned in Unicode, and none but a tab, where that is allowed, is a control character. */
    static boolean areAssigned(String text, boolean isTabAllowed) {
        var place = 0;
        while (place < text.length() && isAssigned(text.codePointAt(place), isTabAllowed)) {
            place += Character.charCount(text.codePointAt(place));
        }
        return place == text.length();
    }

    private static boolean isAssigned(int character, boolean isTabAllowed) {
        if (character >= ' ' && character <= '~') {
            return true;
        }
        var type = Character.getType(character);
        return type != Character.UNASSIGNED && (type != Character.CONTROL || isTabAllowed && character == '\t');
    }
}
