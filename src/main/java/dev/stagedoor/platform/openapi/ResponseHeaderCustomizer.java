package dev.stagedoor.platform.openapi;

import dev.stagedoor.platform.web.Representation;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Documents the headers of successful responses, and conditional requests of resources with an entity tag. */
@Component
class ResponseHeaderCustomizer implements GlobalOperationCustomizer {

    private static final int MAX_HEADER_LENGTH = 1_000;

    @Override
    public Operation customize(Operation operation, HandlerMethod call) {
        headers(call)
                .forEach(header -> operation.getResponses().forEach((status, response) -> {
                    if (header.appliesTo(status)) {
                        add(header, response);
                    }
                }));
        if (isConditional(call)) {
            makeConditional(operation, call.hasMethodAnnotation(GetMapping.class));
        }
        if (operation.getParameters() != null) {
            describeConditions(operation, call.hasMethodAnnotation(GetMapping.class));
        }
        return operation;
    }

    private static List<ResponseHeader> headers(HandlerMethod call) {
        if (isConditional(call)) {
            return List.of(ResponseHeader.ETAG, ResponseHeader.ASK_AGAIN);
        }
        var documented = call.getMethodAnnotation(DocumentedHeaders.class);
        return documented == null ? List.of() : List.of(documented.value());
    }

    private static boolean isConditional(HandlerMethod call) {
        return ResolvableType.forMethodReturnType(call.getMethod()).getGeneric().resolve() == Representation.class;
    }

    private static void makeConditional(Operation operation, boolean isRead) {
        if (isRead) {
            var unchanged = new ApiResponse().description("The resource still matches If-None-Match");
            add(ResponseHeader.ETAG, unchanged);
            add(ResponseHeader.ASK_AGAIN, unchanged);
            operation.getResponses().addApiResponse("304", unchanged);
            operation.addParametersItem(
                    new HeaderParameter().name(HttpHeaders.IF_NONE_MATCH).required(false));
        }
    }

    private static void describeConditions(Operation operation, boolean isRead) {
        operation.getParameters().stream()
                .filter(parameter -> parameter.getName().startsWith("If-"))
                .forEach(parameter -> describe(parameter, isRead));
    }

    private static void describe(Parameter parameter, boolean isRead) {
        parameter
                .description(
                        isRead
                                ? "The ETag of the cached representation. The response is 304 if it is still current."
                                : "The ETag of the representation that was read. The response is 412 if it is outdated.")
                .schema(new StringSchema().maxLength(MAX_HEADER_LENGTH))
                .example(ResponseHeader.ETAG.document().getExample());
    }

    private static void add(ResponseHeader header, ApiResponse response) {
        response.addHeaderObject(header.field(), header.document());
    }
}
