package dev.stagedoor.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** The one form in which email addresses are stored and looked up. */
public final class Emails {

    private static final Pattern CAPITALS = Pattern.compile("[A-Z]+");

    private Emails() {}

    /**
     * Trimmed and lower-case; null stays null. Only ASCII has capitals here: the Kelvin sign's small form is a k, and
     * nobody shall become somebody else by it.
     */
    public static String normalized(String typed) {
        return typed == null
                ? null
                : CAPITALS.matcher(typed.strip())
                        .replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
    }
}
