package dev.stagedoor.platform.error;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * An invalid field of a request.
 *
 * @param field   the path of the field, such as {@code languages[0].level}
 * @param code    {@code required}, {@code malformed}, {@code out-of-range}, {@code unknown} or the name of a specific rule
 * @param message the violated rule; its text follows the name of the field
 * @param min     the smallest value, length or number of items; null if the rule has no lower bound
 * @param max     the largest value, length or number of items; null if the rule has no upper bound
 * @param allowed all valid values; null if the rule does not enumerate them
 */
public record InvalidField(
        String field,
        String code,
        MessageSourceResolvable message,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable List<String> allowed) {

    public static final String REQUIRED = "required";
    public static final String MALFORMED = "malformed";
    public static final String OUT_OF_RANGE = "out-of-range";
    public static final String UNKNOWN = "unknown";

    /** @param rule the key of the message, such as {@code must-be-present} */
    public static InvalidField of(String field, String code, String rule) {
        return new InvalidField(field, code, message(rule), null, null, null);
    }

    /** @param rule the key of the message; its argument is the list of the allowed values */
    public static InvalidField ofAllowed(String field, String rule, List<String> allowed) {
        return new InvalidField(field, MALFORMED, message(rule, String.join(", ", allowed)), null, null, allowed);
    }

    /** @param text the message in the language of the response */
    public static InvalidField ofText(String field, String code, String text) {
        return new InvalidField(field, code, new DefaultMessageSourceResolvable(new String[0], text), null, null, null);
    }

    /** Returns a copy with bounds, which the response contains. */
    public InvalidField between(@Nullable Long newMin, @Nullable Long newMax) {
        return new InvalidField(field, code, message, newMin, newMax, allowed);
    }

    public FieldErrorDto in(Locale language) {
        return new FieldErrorDto(field, code, ProblemMessages.SOURCE.getMessage(message, language), min, max, allowed);
    }

    private static MessageSourceResolvable message(String rule, Object... arguments) {
        return new DefaultMessageSourceResolvable(
                new String[] {ProblemCode.VALIDATION_FAILED.messageKey(rule)}, arguments);
    }
}
