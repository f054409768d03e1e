package dev.stagedoor.platform.error;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** A failed request: the code, the reason or the invalid fields, and the delay before a retry. */
@Getter
public class ProblemException extends RuntimeException {

    private final ProblemCode code;
    private final String reason;
    private final transient Object[] arguments;
    private final transient List<InvalidField> errors;

    /** The delay before a retry, or null if a retry cannot succeed. */
    private final @Nullable Duration retryAfter;

    /** The detail is the default of the code. */
    public ProblemException(ProblemCode code) {
        this(code, "detail");
    }

    /**
     * @param reason    selects the message {@code <code>.<reason>}, which becomes the detail
     * @param arguments the arguments of the message; must be safe to return
     */
    public ProblemException(ProblemCode code, String reason, Object... arguments) {
        this(code, reason, arguments, List.of(), null);
    }

    private ProblemException(
            ProblemCode code,
            String reason,
            Object[] arguments,
            List<InvalidField> errors,
            @Nullable Duration retryAfter) {
        super(null, null, false, false);
        this.code = code;
        this.reason = reason;
        this.arguments = arguments;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    /** @param resource the message {@code not-found.<resource>} */
    public static ProblemException notFound(String resource) {
        return new ProblemException(ProblemCode.NOT_FOUND, resource);
    }

    /** @param rule the message {@code validation-failed.<rule>} */
    public static ProblemException invalid(String field, String code, String rule) {
        return invalid(List.of(InvalidField.of(field, code, rule)));
    }

    public static ProblemException invalid(List<InvalidField> errors) {
        return new ProblemException(ProblemCode.VALIDATION_FAILED, "detail", new Object[0], errors, null);
    }

    public ProblemException withRetryAfter(Duration delay) {
        return new ProblemException(code, reason, arguments, errors, delay);
    }

    /** Returns the English detail. */
    @Override
    public String getMessage() {
        return detail(Locale.ENGLISH);
    }

    /** Returns the text of the reason, or the texts of all invalid fields. */
    public String detail(Locale language) {
        if (errors.isEmpty()) {
            return ProblemMessages.SOURCE.getMessage(code.messageKey(reason), arguments, language);
        }
        return errors.stream()
                .map(error -> error.in(language))
                .map(error -> error.field() + " " + error.message())
                .collect(Collectors.joining("; "));
    }
}
