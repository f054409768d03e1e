package dev.stagedoor.platform.openapi;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import io.swagger.v3.oas.models.Operation;
import lombok.RequiredArgsConstructor;

/** What the examples of a call's problems say to people, in the words of the service. */
@RequiredArgsConstructor
final class ProblemDetails {

    private final Operation operation;

    /** Null where the call refuses nothing of its own. */
    private final DocumentedProblems refuses;

    String of(ProblemCode code) {
        return switch (code) {
            case VALIDATION_FAILED -> "";
            case MALFORMED_REQUEST -> unreadable();
            case NOT_FOUND -> ProblemException.notFound(refuses.missing()).getMessage();
            case INVALID_CURSOR -> "Send a nextCursor as this list gave it.";
            case COMPANY_REQUIRED -> "Name one with companyId.";
            case INVALID_TOKEN -> isOfMe() ? "Send a valid token of a known identity provider." : "Ask for a new mail.";
            case UNAUTHORIZED -> "Send a valid access token.";
            case INVALID_CREDENTIALS -> isOfMe() ? "The password is wrong." : "Check both and try again.";
            case INVALID_REFRESH_TOKEN -> "Sign in again.";
            case FORBIDDEN -> "This account may not do that.";
            case ACCOUNT_LINK_REQUIRED ->
                "The email belongs to an account; sign in to it and link this identity with" + " POST /me/better-auth.";
            case NOT_ACCEPTABLE -> "No media type that the request accepts can be given.";
            case CONFLICT -> "Another request changed the same thing; try again.";
            case EMAIL_TAKEN -> "Sign in instead, or use another email.";
            case PHONE_TAKEN -> "Use another phone number.";
            case IDENTITY_TAKEN -> "It is linked with another account.";
            case FAVORITE_LIMIT_REACHED -> "At most 5000 favorites can be kept; remove one first.";
            case PRECONDITION_FAILED -> "Read the resource again and repeat the change with its new ETag.";
            case PAYLOAD_TOO_LARGE -> "The body is larger than is taken here.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body's media type is not taken here; send application/json.";
            case TOO_MANY_REQUESTS -> "Try again later.";
            case INTERNAL_ERROR -> "The failure has been logged under this request's id.";
            default -> "Try again in a few seconds.";
        };
    }

    /** Where somebody is signed in already. */
    private boolean isOfMe() {
        return operation.getTags().contains("Me");
    }

    private String unreadable() {
        if (operation.getRequestBody() != null) {
            return "The body is not JSON of the expected form.";
        }
        return operation.getParameters() == null
                ? "The query is not percent-encoded UTF-8."
                : operation.getParameters().get(0).getName() + " is not of its type.";
    }
}
