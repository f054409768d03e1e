package dev.stagedoor.platform.error;

import java.time.Duration;
import java.util.List;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** A failed request: the code, a detail that is safe to return, and the invalid fields, if any. */
@Getter
public class ProblemException extends RuntimeException {

    private final ProblemCode code;
    private final transient List<FieldErrorDto> errors;

    /** The delay before a retry, or null if a retry is useless. */
    private final @Nullable Duration retryAfter;

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public ProblemException(ProblemCode code, String detail, List<FieldErrorDto> errors) {
        this(code, detail, errors, null);
    }

    private ProblemException(
            ProblemCode code, String detail, List<FieldErrorDto> errors, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    public static ProblemException withRetryAfter(ProblemCode code, String detail, Duration retryAfter) {
        return new ProblemException(code, detail, List.of(), retryAfter);
    }

    public static ProblemException notFound(String resource) {
        return new ProblemException(ProblemCode.NOT_FOUND, "The %s does not exist.".formatted(resource));
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(ProblemCode.FORBIDDEN, detail);
    }

    public static ProblemException invalid(FieldErrorDto... errors) {
        return invalid(List.of(errors));
    }

    public static ProblemException invalid(List<FieldErrorDto> errors) {
        return new ProblemException(ProblemCode.VALIDATION_FAILED, FieldErrorDto.summary(errors), errors);
    }
}
