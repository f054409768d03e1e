package dev.stagedoor.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one form in which phone numbers are stored: E.164. */
public final class PhoneNumbers {

    /** The library reads letters, other alphabets' digits and parameters too. */
    private static final Pattern FORM = Pattern.compile("\\+[0-9][0-9 ().-]*");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /** E.164 of a valid number; null stays null. */
    public static String normalized(String typed) {
        return typed == null ? null : e164(typed).orElse(typed);
    }

    static Optional<String> e164(String typed) {
        try {
            var number = NUMBERS.parse(typed, null);
            return FORM.matcher(typed.strip()).matches() && !number.hasExtension() && NUMBERS.isValidNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
