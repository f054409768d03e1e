package dev.stagedoor.platform.openapi;

import static dev.stagedoor.platform.error.ProblemCode.ACCOUNT_LINK_REQUIRED;
import static dev.stagedoor.platform.error.ProblemCode.FORBIDDEN;
import static dev.stagedoor.platform.error.ProblemCode.INTERNAL_ERROR;
import static dev.stagedoor.platform.error.ProblemCode.MALFORMED_REQUEST;
import static dev.stagedoor.platform.error.ProblemCode.NOT_ACCEPTABLE;
import static dev.stagedoor.platform.error.ProblemCode.PAYLOAD_TOO_LARGE;
import static dev.stagedoor.platform.error.ProblemCode.SERVICE_UNAVAILABLE;
import static dev.stagedoor.platform.error.ProblemCode.TOO_MANY_REQUESTS;
import static dev.stagedoor.platform.error.ProblemCode.UNAUTHORIZED;
import static dev.stagedoor.platform.error.ProblemCode.UNSUPPORTED_MEDIA_TYPE;
import static dev.stagedoor.platform.error.ProblemCode.VALIDATION_FAILED;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.web.BodilessOperations;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Documents all problems of an operation: the specific ones and those implied by its security and its input. The values
 * of the examples are exceptions, which {@link ProblemExamples} converts.
 */
@Component
class ProblemResponseCustomizer implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod call) {
        codes(operation, call).stream()
                .map(code -> example(code, operation, call))
                .collect(
                        Collectors.groupingBy(problem -> problem.getCode().status(), TreeMap::new, Collectors.toList()))
                .forEach((status, problems) ->
                        operation.getResponses().addApiResponse(status.toString(), response(problems)));
        return operation;
    }

    private static Set<ProblemCode> codes(Operation operation, HandlerMethod call) {
        var codes = EnumSet.of(
                INTERNAL_ERROR, SERVICE_UNAVAILABLE, TOO_MANY_REQUESTS, MALFORMED_REQUEST, VALIDATION_FAILED);
        if (!BodilessOperations.hasNoBody(call.getMethod())) {
            codes.add(NOT_ACCEPTABLE);
        }
        if (SecurityCustomizer.readsTokens(call)) {
            codes.addAll(List.of(UNAUTHORIZED, FORBIDDEN, ACCOUNT_LINK_REQUIRED));
        }
        if (operation.getRequestBody() != null) {
            codes.addAll(List.of(PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE));
        }
        if (call.hasMethodAnnotation(DocumentedProblems.class)) {
            codes.addAll(
                    List.of(call.getMethodAnnotation(DocumentedProblems.class).value()));
        }
        return codes;
    }

    private static ProblemException example(ProblemCode code, Operation operation, HandlerMethod call) {
        var requiresSignIn = operation.getTags().contains("Me");
        return switch (code) {
            case NOT_FOUND ->
                ProblemException.notFound(
                        call.getMethodAnnotation(DocumentedProblems.class).missing());
            case INVALID_TOKEN -> new ProblemException(code, requiresSignIn ? "identity-provider" : "detail");
            case INVALID_CREDENTIALS -> new ProblemException(code, requiresSignIn ? "password" : "detail");
            case MALFORMED_REQUEST -> malformedRequest(operation);
            default -> new ProblemException(code);
        };
    }

    private static ProblemException malformedRequest(Operation operation) {
        if (operation.getRequestBody() != null) {
            return new ProblemException(MALFORMED_REQUEST, "body");
        }
        return operation.getParameters() == null
                ? new ProblemException(MALFORMED_REQUEST, "query")
                : new ProblemException(
                        MALFORMED_REQUEST,
                        "type-of-parameter",
                        operation.getParameters().get(0).getName());
    }

    private static ApiResponse response(List<ProblemException> problems) {
        var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/ProblemDto"));
        problems.forEach(problem -> media.addExamples(
                problem.getCode().code(), new Example().summary(title(problem)).value(problem)));
        var response = new ApiResponse()
                .description(
                        problems.stream().map(ProblemResponseCustomizer::title).collect(Collectors.joining("; or: ")))
                .content(new Content().addMediaType("application/problem+json", media));
        return switch (problems.get(0).getCode().status()) {
            case 401 -> response.addHeaderObject(HttpHeaders.WWW_AUTHENTICATE, challenge(problems));
            case 429, 503 -> response.addHeaderObject(HttpHeaders.RETRY_AFTER, retryAfter());
            default -> response;
        };
    }

    private static String title(ProblemException problem) {
        return problem.getCode().title(Locale.ENGLISH);
    }

    /** Wrong passwords return no challenge, because another token would not help. */
    private static Header challenge(List<ProblemException> problems) {
        return new Header()
                .description("The challenge (RFC 6750). Present only with `unauthorized`.")
                .required(problems.size() == 1 && problems.get(0).getCode() == UNAUTHORIZED)
                .schema(new StringSchema())
                .example("Bearer error=\"invalid_token\"");
    }

    private static Header retryAfter() {
        return new Header()
                .description("The number of seconds to wait before a retry")
                .required(true)
                .schema(new IntegerSchema().minimum(BigDecimal.ONE))
                .example(5);
    }
}
