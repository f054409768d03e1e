package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemCode;
import org.springframework.beans.TypeMismatchException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Details of errors that Spring MVC detects. Its own messages may contain class names and values. */
final class DefaultDetails {

    private DefaultDetails() {}

    static String detail(Exception failure, ProblemCode code) {
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch.getName() + " has the wrong type.";
        }
        if (failure instanceof TypeMismatchException) {
            return "A value has the wrong type.";
        }
        return switch (code) {
            case NOT_FOUND -> "The path does not exist.";
            case METHOD_NOT_ALLOWED -> "The path does not support this method.";
            case NOT_ACCEPTABLE -> "The response is not available in an accepted media type.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body as application/json.";
            case PAYLOAD_TOO_LARGE -> "The body exceeds the size limit.";
            case INTERNAL_ERROR -> "The error has been logged with the request id.";
            default -> "The request cannot be read.";
        };
    }
}
