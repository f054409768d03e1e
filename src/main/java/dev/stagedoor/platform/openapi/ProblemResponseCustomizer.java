package dev.stagedoor.platform.openapi;

import static dev.stagedoor.platform.error.ProblemCode.ACCOUNT_LINK_REQUIRED;
import static dev.stagedoor.platform.error.ProblemCode.FORBIDDEN;
import static dev.stagedoor.platform.error.ProblemCode.INTERNAL_ERROR;
import static dev.stagedoor.platform.error.ProblemCode.MALFORMED_REQUEST;
import static dev.stagedoor.platform.error.ProblemCode.NOT_ACCEPTABLE;
import static dev.stagedoor.platform.error.ProblemCode.PAYLOAD_TOO_LARGE;
import static dev.stagedoor.platform.error.ProblemCode.SERVICE_UNAVAILABLE;
import static dev.stagedoor.platform.error.ProblemCode.UNAUTHORIZED;
import static dev.stagedoor.platform.error.ProblemCode.UNSUPPORTED_MEDIA_TYPE;
import static dev.stagedoor.platform.error.ProblemCode.VALIDATION_FAILED;

import dev.stagedoor.platform.error.ProblemCode;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Documents all problems of an operation: the specific ones and those implied by its security and its input. The example
 * values are only details; {@link ProblemExamples} completes them.
 */
@Component
class ProblemResponseCustomizer implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod call) {
        var details = new ProblemDetails(operation, call.getMethodAnnotation(DocumentedProblems.class));
        codes(operation, call).stream()
                .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()))
                .forEach((status, codes) ->
                        operation.getResponses().addApiResponse(status.toString(), response(codes, details)));
        return operation;
    }

    private static Set<ProblemCode> codes(Operation operation, HandlerMethod call) {
        var codes = EnumSet.of(INTERNAL_ERROR, SERVICE_UNAVAILABLE, NOT_ACCEPTABLE, MALFORMED_REQUEST);
        if (SecurityCustomizer.readsTokens(call)) {
            codes.addAll(List.of(UNAUTHORIZED, FORBIDDEN, ACCOUNT_LINK_REQUIRED));
        }
        if (hasQuery(operation)) {
            codes.add(VALIDATION_FAILED);
        }
        if (operation.getRequestBody() != null) {
            codes.addAll(List.of(VALIDATION_FAILED, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE));
        }
        if (call.hasMethodAnnotation(DocumentedProblems.class)) {
            codes.addAll(
                    List.of(call.getMethodAnnotation(DocumentedProblems.class).value()));
        }
        return codes;
    }

    private static boolean hasQuery(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "query".equals(parameter.getIn()));
    }

    private static ApiResponse response(List<ProblemCode> codes, ProblemDetails details) {
        var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/ProblemDto"));
        codes.forEach(code -> media.addExamples(
                code.code(), new Example().summary(code.title()).value(details.of(code))));
        var response = new ApiResponse()
                .description(codes.stream().map(ProblemCode::title).collect(Collectors.joining("; or: ")))
                .content(new Content().addMediaType("application/problem+json", media));
        return switch (codes.get(0).status()) {
            case 401 -> response.addHeaderObject(HttpHeaders.WWW_AUTHENTICATE, challenge(codes));
            case 429, 503 -> response.addHeaderObject(HttpHeaders.RETRY_AFTER, retryAfter());
            default -> response;
        };
    }

    /** Wrong passwords return no challenge, because another token would not help. */
    private static Header challenge(List<ProblemCode> codes) {
        return new Header()
                .description("The challenge (RFC 6750). Present only with `unauthorized`.")
                .required(codes.equals(List.of(UNAUTHORIZED)))
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
