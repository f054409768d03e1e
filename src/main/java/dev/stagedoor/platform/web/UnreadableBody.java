package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Describes why a body cannot be parsed: malformed JSON, an unknown field, or a value of the wrong type. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemException explain(HttpMessageNotReadableException failure) {
        if (failure.getCause() instanceof UnrecognizedPropertyException unknown) {
            return ProblemException.invalid(path(unknown), InvalidField.UNKNOWN, "is-not-a-known-field");
        }
        if (failure.getCause() instanceof DatabindException mismatch
                && !isSyntaxError(mismatch)
                && !path(mismatch).isEmpty()) {
            return ProblemException.invalid(path(mismatch), InvalidField.MALFORMED, "has-the-wrong-type");
        }
        return new ProblemException(ProblemCode.MALFORMED_REQUEST, "body");
    }

    private static boolean isSyntaxError(DatabindException failure) {
        return failure.getCause() instanceof StreamReadException;
    }

    private static String path(JacksonException failure) {
        return failure.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
