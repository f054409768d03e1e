package dev.stagedoor.account;

import dev.stagedoor.platform.validation.DomainNames;
import dev.stagedoor.platform.validation.TextRules;
import java.nio.charset.StandardCharsets;
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
                && (!isEncoded(text) || DomainNames.toAscii(text).isPresent())
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
     * Returns the address trimmed and in lower case, with its domain in ASCII; null stays null. Only ASCII letters of the
     * local part are converted, because the Unicode rules also convert other characters to ASCII letters (the Kelvin sign
     * to k), which results in another address.
     */
    public static String normalized(String email) {
        if (email == null) {
            return null;
        }
        var text = TextRules.normalized(email);
        var domain = text.lastIndexOf('@') + 1;
        return lowerCase(text.substring(0, domain)) + normalizedDomain(text.substring(domain));
    }

    /** Returns the address with its domain in Unicode. */
    public static String displayed(String email) {
        var domain = email.lastIndexOf('@') + 1;
        return isEncoded(email) ? email.substring(0, domain) + DomainNames.toUnicode(email.substring(domain)) : email;
    }

    private static String normalizedDomain(String domain) {
        var isAscii = StandardCharsets.US_ASCII.newEncoder().canEncode(domain);
        return lowerCase(isAscii ? domain : DomainNames.toAscii(domain).orElse(domain));
    }

    private static boolean isEncoded(String domain) {
        return domain.contains("xn--");
    }

    private static String lowerCase(String text) {
        return CAPITALS.matcher(text).replaceAll(capitals -> capitals.group().toLowerCase(Locale.ROOT));
    }
}
