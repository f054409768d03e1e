package dev.stagedoor.account;

import java.util.Locale;

/** The one form in which email addresses are stored and looked up. */
public final class Emails {

    private Emails() {}

    /** Trimmed and lower-case; null stays null. */
    public static String normalized(String typed) {
        return typed == null ? null : typed.strip().toLowerCase(Locale.ROOT);
    }
}
