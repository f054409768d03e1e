package dev.stagedoor.platform.error;

import java.time.Duration;
import java.util.List;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** A refusal by a room: its code, a detail that is safe to show and, for bad input, the fields at fault. */
@Getter
public class ProblemException extends RuntimeException {

    private final ProblemCode code;
    private final transient List<FieldErrorDto> faults;

    /** When to try again, or null if another attempt is useless. */
    private final @Nullable Duration retryAfter;

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public ProblemException(ProblemCode code, String detail, List<FieldErrorDto> faults) {
        this(code, detail, faults, null);
    }

    private ProblemException(
            ProblemCode code, String detail, List<FieldErrorDto> faults, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.faults = faults;
        this.retryAfter = retryAfter;
    }

    public static ProblemException later(ProblemCode code, String detail, Duration retryAfter) {
        return new ProblemException(code, detail, List.of(), retryAfter);
    }

    public static ProblemException notFound(String what) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no such " + what + ".");
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(ProblemCode.FORBIDDEN, detail);
    }

    public static ProblemException invalid(FieldErrorDto... faults) {
        return invalid(List.of(faults));
    }

    public static ProblemException invalid(List<FieldErrorDto> faults) {
        return new ProblemException(ProblemCode.VALIDATION_FAILED, FieldErrorDto.summary(faults), faults);
    }
}
