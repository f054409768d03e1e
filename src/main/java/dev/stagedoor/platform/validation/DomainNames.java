package dev.stagedoor.platform.validation;

import com.ibm.icu.text.IDNA;
import java.util.Optional;

/** Conversion of internationalized domain names (UTS 46, non-transitional). */
public final class DomainNames {

    /** The limit of the domain name system. It also bounds the cost of the conversion. */
    private static final int MAX_LENGTH = 255;

    private static final IDNA NON_TRANSITIONAL = IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

    private DomainNames() {}

    /** Returns the domain in lower-case ASCII, for example {@code xn--mller-kva.example}, or empty if it is invalid. */
    public static Optional<String> toAscii(String domain) {
        if (domain.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var info = new IDNA.Info();
        var ascii = NON_TRANSITIONAL.nameToASCII(domain, new StringBuilder(), info);
        return info.hasErrors() ? Optional.empty() : Optional.of(ascii.toString());
    }

    /** Returns the domain in Unicode, for example {@code müller.example}. Returns an invalid domain unchanged. */
    public static String toUnicode(String domain) {
        var info = new IDNA.Info();
        var unicode = NON_TRANSITIONAL.nameToUnicode(domain, new StringBuilder(), info);
        return info.hasErrors() ? domain : unicode.toString();
    }
}
