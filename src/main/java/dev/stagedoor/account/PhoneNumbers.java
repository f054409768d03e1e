package dev.stagedoor.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Normalization of phone numbers to E.164. */
public final class PhoneNumbers {

    /** The library also accepts letters and parameters. */
    private static final Pattern FORM =
            Pattern.compile("[+\uFF0B][\\p{Nd}\\p{Zs}\\p{Pd}\u2212\\p{Ps}\\p{Pe}./\uFF0E\uFF0F]+");

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern SPACE = Pattern.compile("\\p{Zs}");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /** Returns a valid number in E.164 format, and other values unchanged. */
    public static String normalized(String phone) {
        return phone == null ? null : e164(phone).orElse(phone);
    }

    static Optional<String> e164(String phone) {
        var visible = SPACE.matcher(INVISIBLE.matcher(phone).replaceAll(""))
                .replaceAll(" ")
                .strip();
        try {
            var number = NUMBERS.parse(visible, null);
            return FORM.matcher(visible).matches() && !number.hasExtension() && NUMBERS.isValidNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
