package dev.stagedoor.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** Validation and normalization of email addresses. */
public final class Emails {

    private static final int MAX_LENGTH = 255;
    private static final int MAX_LOCAL_PART_LENGTH = 64;

    private static final Pattern ATOM = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+");
    private static final Pattern QUOTED = Pattern.compile("\"[!#-\\[\\]-~]+\"");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]{1,63}");
    private static final Pattern TOP_LEVEL_DOMAIN = Pattern.compile("[A-Za-z][A-Za-z0-9-]+");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z]+");

    private Emails() {}

    /**
     * Returns whether the text is an address of RFC 5321 in ASCII, with a domain of at least two labels. The lengths are
     * checked first, and every part is matched once.
     */
    static boolean isValid(String email) {
        var at = email.lastIndexOf('@');
        return email.length() <= MAX_LENGTH
                && at > 0
                && isLocalPart(email.substring(0, at))
                && isDomain(email.substring(at + 1));
    }

    private static boolean isLocalPart(String text) {
        return text.length() <= MAX_LOCAL_PART_LENGTH
                && (QUOTED.matcher(text).matches() || all(text.split("\\.", -1), ATOM));
    }

    private static boolean isDomain(String text) {
        var labels = text.split("\\.", -1);
        return labels.length > 1
                && all(labels, LABEL)
                && TOP_LEVEL_DOMAIN.matcher(labels[labels.length - 1]).matches();
    }

    private static boolean all(String[] parts, Pattern form) {
        for (var part : parts) {
            if (!form.matcher(part).matches()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the address trimmed and in lower case; null stays null. Only ASCII letters are converted, because the
     * Unicode rules also convert other characters to ASCII letters (the Kelvin sign to k), which results in another
     * address.
     */
    public static String normalized(String email) {
        return email == null
                ? null
                : CAPITALS.matcher(email.strip())
                        .replaceAll(capitals -> capitals.group().toLowerCase(Locale.ROOT));
    }
}
