package dev.stagedoor.platform.error;

import java.util.Locale;

/** The stable, machine-readable codes of all problems, with their HTTP status and title. */
public enum ProblemCode {
    VALIDATION_FAILED(400, "A field is missing, malformed, out of range or unknown"),
    MALFORMED_REQUEST(400, "The request cannot be read"),
    INVALID_CURSOR(400, "The cursor does not belong to this list"),
    COMPANY_REQUIRED(400, "A company is required"),
    INVALID_TOKEN(400, "The one-time token is unknown, used or expired"),
    UNAUTHORIZED(401, "Valid credentials are required"),
    INVALID_CREDENTIALS(401, "The email or the password is wrong"),
    INVALID_REFRESH_TOKEN(401, "The refresh token is not valid"),
    FORBIDDEN(403, "Not allowed"),
    ACCOUNT_LINK_REQUIRED(403, "The identity must be linked to the account first"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    CONFLICT(409, "Conflict with a concurrent change"),
    EMAIL_TAKEN(409, "The email belongs to another account"),
    PHONE_TAKEN(409, "The phone number belongs to another account"),
    IDENTITY_TAKEN(409, "The identity belongs to another account"),
    FAVORITE_LIMIT_REACHED(409, "The limit of favorites is reached"),
    PRECONDITION_FAILED(412, "The resource has changed since it was read"),
    PAYLOAD_TOO_LARGE(413, "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL_ERROR(500, "Internal error"),
    SERVICE_UNAVAILABLE(503, "The service is temporarily unavailable");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The kebab-case name in responses, such as {@code email-taken}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
