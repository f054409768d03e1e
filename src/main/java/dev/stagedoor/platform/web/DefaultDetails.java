package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemCode;
import org.springframework.beans.TypeMismatchException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Words for what Spring MVC refuses by itself; never its own, which may name classes and values. */
final class DefaultDetails {

    private DefaultDetails() {}

    static String detail(Exception failure, ProblemCode code) {
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch.getName() + " is not of its type.";
        }
        if (failure instanceof TypeMismatchException) {
            return "A value is not of its type.";
        }
        return switch (code) {
            case NOT_FOUND -> "There is nothing at this path.";
            case METHOD_NOT_ALLOWED -> "The path does not answer to this method.";
            case NOT_ACCEPTABLE -> "No media type that the request accepts can be given.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body's media type is not taken here; send application/json.";
            case PAYLOAD_TOO_LARGE -> "The body is larger than is taken here.";
            case INTERNAL_ERROR -> "The failure has been logged under this request's id.";
            default -> "The request cannot be read.";
        };
    }
}
