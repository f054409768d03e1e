package dev.stagedoor.notification;

import java.util.Locale;

/**
 * A mail that is ready to be sent.
 *
 * @param to       one address, without a name
 * @param text     what it says in plain text
 * @param html     the same as a whole HTML document
 */
public record Email(String to, Locale language, String subject, String text, String html) {

    @Override
    public String toString() {
        return "Letter[********]";
    }
}
