package dev.stagedoor.platform.openapi;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import io.swagger.v3.oas.models.Operation;
import lombok.RequiredArgsConstructor;

/** The {@code detail} of the problem examples of an operation. */
@RequiredArgsConstructor
final class ProblemDetails {

    private final Operation operation;

    /** Null if the operation has no specific problems. */
    private final DocumentedProblems documented;

    String of(ProblemCode code) {
        return switch (code) {
            case VALIDATION_FAILED -> "";
            case MALFORMED_REQUEST -> malformedRequest();
            case NOT_FOUND -> ProblemException.notFound(documented.missing()).getMessage();
            case INVALID_CURSOR -> "Send the nextCursor of a previous page of this list.";
            case COMPANY_REQUIRED -> "Name one with companyId.";
            case INVALID_TOKEN ->
                requiresSignIn() ? "Send a valid token of a known identity provider." : "Ask for a new mail.";
            case UNAUTHORIZED -> "Send a valid access token.";
            case INVALID_CREDENTIALS -> requiresSignIn() ? "The password is wrong." : "Check both and try again.";
            case INVALID_REFRESH_TOKEN -> "Sign in again.";
            case FORBIDDEN -> "The caller is not allowed to perform this operation.";
            case ACCOUNT_LINK_REQUIRED ->
                "The email belongs to an account; sign in to it and link this identity with" + " POST /me/better-auth.";
            case NOT_ACCEPTABLE -> "The response is not available in an accepted media type.";
            case CONFLICT -> "A concurrent request changed the same resource. Try again.";
            case EMAIL_TAKEN -> "Sign in instead, or use another email.";
            case PHONE_TAKEN -> "Use another phone number.";
            case IDENTITY_TAKEN -> "It is linked with another account.";
            case FAVORITE_LIMIT_REACHED -> "The limit of 5,000 favorites is reached. Remove one first.";
            case PRECONDITION_FAILED -> "Read the resource again and repeat the change with its new ETag.";
            case PAYLOAD_TOO_LARGE -> "The body exceeds the size limit.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body as application/json.";
            case TOO_MANY_REQUESTS -> "Try again later.";
            case INTERNAL_ERROR -> "The error has been logged with the request id.";
            default -> "Try again in a few seconds.";
        };
    }

    private boolean requiresSignIn() {
        return operation.getTags().contains("Me");
    }

    private String malformedRequest() {
        if (operation.getRequestBody() != null) {
            return "The body is not valid JSON of the expected structure.";
        }
        return operation.getParameters() == null
                ? "The query is not percent-encoded UTF-8."
                : operation.getParameters().get(0).getName() + " has the wrong type.";
    }
}
