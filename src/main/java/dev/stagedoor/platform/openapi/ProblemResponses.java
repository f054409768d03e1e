package dev.stagedoor.platform.openapi;

import dev.stagedoor.platform.http.ProblemDto;
import dev.stagedoor.platform.problem.Fault;
import dev.stagedoor.platform.problem.ProblemCode;
import dev.stagedoor.platform.security.PublicCall;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Documents every problem a call can answer: its own, and those that follow from what it takes. */
@Component
class ProblemResponses implements GlobalOperationCustomizer {

    private static final String PATH = "/the/path/called";

    @Override
    public Operation customize(Operation operation, HandlerMethod call) {
        codes(operation, call).stream()
                .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()))
                .forEach((status, codes) ->
                        operation.getResponses().addApiResponse(status.toString(), response(status, codes)));
        return operation;
    }

    private static Set<ProblemCode> codes(Operation operation, HandlerMethod call) {
        var codes = EnumSet.of(ProblemCode.INTERNAL_ERROR, ProblemCode.SERVICE_UNAVAILABLE, ProblemCode.NOT_ACCEPTABLE);
        if (!call.hasMethodAnnotation(PublicCall.class)) {
            codes.add(ProblemCode.UNAUTHORIZED);
        }
        if (operation.getParameters() != null) {
            codes.addAll(List.of(ProblemCode.VALIDATION_FAILED, ProblemCode.MALFORMED_REQUEST));
        }
        if (operation.getRequestBody() != null) {
            codes.addAll(List.of(
                    ProblemCode.VALIDATION_FAILED,
                    ProblemCode.MALFORMED_REQUEST,
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE));
        }
        if (call.hasMethodAnnotation(Refuses.class)) {
            codes.addAll(List.of(call.getMethodAnnotation(Refuses.class).value()));
        }
        return codes;
    }

    private static ApiResponse response(int status, List<ProblemCode> codes) {
        var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/ProblemDto"));
        codes.forEach(code -> media.addExamples(code.code(), example(code)));
        var response = new ApiResponse()
                .description(codes.stream().map(ProblemCode::title).collect(Collectors.joining("; or: ")))
                .content(new Content().addMediaType("application/problem+json", media));
        return switch (status) {
            case 401 -> response.addHeaderObject("WWW-Authenticate", header("The challenge", new StringSchema()));
            case 429, 503 -> response.addHeaderObject("Retry-After", header("Seconds to wait", new IntegerSchema()));
            default -> response;
        };
    }

    private static Header header(String description, Schema<?> schema) {
        return new Header().description(description).schema(schema);
    }

    private static Example example(ProblemCode code) {
        var faults = code == ProblemCode.VALIDATION_FAILED
                ? List.of(new Fault("field", Fault.REQUIRED, "must not be blank"))
                : List.<Fault>of();
        var detail = faults.isEmpty() ? code.title() + "." : "field must not be blank";
        return new Example().summary(code.title()).value(ProblemDto.of(code, detail, PATH, faults));
    }
}
