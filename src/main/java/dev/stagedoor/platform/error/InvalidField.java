package dev.stagedoor.platform.error;

import java.util.Locale;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * An invalid field of a request.
 *
 * @param field   the path of the field, such as {@code languages[0].level}
 * @param code    {@code required}, {@code malformed}, {@code out-of-range}, {@code unknown} or the name of a specific rule
 * @param message the violated rule, which continues the name of the field
 */
public record InvalidField(String field, String code, MessageSourceResolvable message) {

    public static final String REQUIRED = "required";
    public static final String MALFORMED = "malformed";
    public static final String OUT_OF_RANGE = "out-of-range";
    public static final String UNKNOWN = "unknown";

    /** @param rule the key of the message, such as {@code must-be-present} */
    public static InvalidField of(String field, String code, String rule) {
        return new InvalidField(
                field, code, new DefaultMessageSourceResolvable(ProblemCode.VALIDATION_FAILED.messageKey(rule)));
    }

    /** @param text the message in the language of the response */
    public static InvalidField ofText(String field, String code, String text) {
        return new InvalidField(field, code, new DefaultMessageSourceResolvable(new String[0], text));
    }

    public FieldErrorDto in(Locale language) {
        return new FieldErrorDto(field, code, ProblemMessages.SOURCE.getMessage(message, language));
    }
}
