package dev.stagedoor.platform.error;

import java.util.Locale;

/** The stable, machine-readable codes of all problems, with their HTTP status. {@link ProblemMessages} contains their texts. */
public enum ProblemCode {
    VALIDATION_FAILED(400),
    MALFORMED_REQUEST(400),
    INVALID_CURSOR(400),
    COMPANY_REQUIRED(400),
    INVALID_TOKEN(400),
    UNAUTHORIZED(401),
    INVALID_CREDENTIALS(401),
    INVALID_REFRESH_TOKEN(401),
    FORBIDDEN(403),
    ACCOUNT_LINK_REQUIRED(403),
    REAUTHENTICATION_REQUIRED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    EMAIL_TAKEN(409),
    PHONE_TAKEN(409),
    IDENTITY_TAKEN(409),
    FAVORITE_LIMIT_REACHED(409),
    PRECONDITION_FAILED(412),
    PAYLOAD_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    SERVICE_UNAVAILABLE(503);

    private final int status;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    ProblemCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String title(Locale language) {
        return ProblemMessages.SOURCE.getMessage(messageKey("title"), null, language);
    }

    /** The kebab-case name in responses, such as {@code email-taken}. */
    public String code() {
        return code;
    }

    /** Returns the key of a text of this code, such as {@code email-taken.detail}. */
    String messageKey(String name) {
        return code + "." + name;
    }

    /** Returns the most general code of an HTTP status that a framework selected. */
    public static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 501, 505 -> MALFORMED_REQUEST;
            case 503 -> SERVICE_UNAVAILABLE;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }
}
