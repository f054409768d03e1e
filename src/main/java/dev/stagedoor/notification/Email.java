package dev.stagedoor.notification;

import java.util.Locale;

/**
 * A rendered email.
 *
 * @param to   one address, without a name
 * @param text the body as plain text
 * @param html the same body as an HTML document
 */
record Email(String to, Locale language, String subject, String text, String html) {

    @Override
    public String toString() {
        return "Email[********]";
    }
}
