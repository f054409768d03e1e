package dev.stagedoor.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Documents the headers of good answers and, where these have an entity tag, that reading and writing are conditional. */
@Component
class ResponseHeaderCustomizer implements GlobalOperationCustomizer {

    private static final int LONGEST_TAGS = 1_000;

    @Override
    public Operation customize(Operation operation, HandlerMethod call) {
        var gives = call.getMethodAnnotation(DocumentedHeaders.class);
        if (gives != null) {
            var headers = List.of(gives.value());
            operation
                    .getResponses()
                    .forEach((status, response) -> headers.stream()
                            .filter(header -> header.isOf(status))
                            .forEach(header -> add(header, response)));
            if (headers.contains(ResponseHeader.ETAG)) {
                makeConditional(operation, call.hasMethodAnnotation(GetMapping.class));
            }
        }
        return operation;
    }

    private static void makeConditional(Operation operation, boolean isRead) {
        if (isRead) {
            var unchanged = new ApiResponse().description("It is still as If-None-Match says");
            add(ResponseHeader.ETAG, unchanged);
            add(ResponseHeader.ASK_AGAIN, unchanged);
            operation.getResponses().addApiResponse("304", unchanged);
            operation.addParametersItem(
                    new HeaderParameter().name(HttpHeaders.IF_NONE_MATCH).required(false));
        }
        operation.getParameters().stream()
                .filter(parameter -> parameter.getName().startsWith("If-"))
                .forEach(parameter -> describe(parameter, isRead));
    }

    private static void describe(Parameter parameter, boolean isRead) {
        parameter
                .description(
                        isRead
                                ? "The ETag of what the client has: where it still stands, the answer is 304"
                                : "The ETag of what the client has read: where something else stands, the answer is 412")
                .schema(new StringSchema().maxLength(LONGEST_TAGS))
                .example(ResponseHeader.ETAG.document().getExample());
    }

    private static void add(ResponseHeader header, ApiResponse response) {
        response.addHeaderObject(header.field(), header.document());
    }
}
