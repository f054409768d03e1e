package dev.stagedoor.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Normalization of phone numbers to E.164. */
public final class PhoneNumbers {

    /** The library also accepts letters, non-ASCII digits and parameters. */
    private static final Pattern FORM = Pattern.compile("\\+[0-9][0-9 ().-]*");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /** Returns a valid number in E.164 format, and other values unchanged. */
    public static String normalized(String phone) {
        return phone == null ? null : e164(phone).orElse(phone);
    }

    static Optional<String> e164(String phone) {
        try {
            var number = NUMBERS.parse(phone, null);
            return FORM.matcher(phone.strip()).matches() && !number.hasExtension() && NUMBERS.isValidNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
