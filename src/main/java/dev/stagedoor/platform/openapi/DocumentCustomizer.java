package dev.stagedoor.platform.openapi;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.web.ProblemDto;
import dev.stagedoor.platform.web.RequestId;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What can be said only of a whole document: the problem answer, examples, what every answer has, a stable order. */
@Component
class DocumentCustomizer implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        ModelConverters.getInstance(true).readAll(ProblemDto.class).forEach(document.getComponents()::addSchemas);
        document.getComponents()
                .setSchemas(new TreeMap<>(document.getComponents().getSchemas()));
        document.getComponents().addHeaders(RequestId.HEADER, requestId());
        document.setPaths(sorted(document.getPaths()));
        nameCodes(document);
        var examples = new Examples(new Samples(document.getComponents()));
        document.getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> {
                    examples.complete(path, operation);
                    traceable(operation);
                }));
        keepUsedSchemes(document);
    }

    private static Paths sorted(Paths paths) {
        var sorted = new Paths();
        new TreeMap<>(paths).forEach(sorted::addPathItem);
        return sorted;
    }

    /** No enum: programs must not break over a code that is new. */
    private static void nameCodes(OpenAPI document) {
        Schema<?> problem = document.getComponents().getSchemas().get("ProblemDto");
        var codes = Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList();
        problem.getProperties().get("code").addExtension("x-extensible-enum", codes);
    }

    private static Header requestId() {
        return new Header()
                .description("The request's id, which the service's log carries too: the one that was sent, if it is"
                        + " sane, or a new one")
                .required(true)
                .schema(new StringSchema().pattern("^[A-Za-z0-9._-]{1,128}$"))
                .example("7b6f2c1e-0d7a-4f7e-9a54-0b8f4f1d2c3b");
    }

    private static void traceable(Operation operation) {
        operation
                .getResponses()
                .values()
                .forEach(response -> response.addHeaderObject(RequestId.HEADER, new Header().$ref(RequestId.HEADER)));
    }

    private static void keepUsedSchemes(OpenAPI document) {
        var schemes = new LinkedHashMap<>(document.getComponents().getSecuritySchemes());
        schemes.keySet()
                .removeIf(scheme -> document.getPaths().values().stream()
                        .flatMap(item -> item.readOperations().stream())
                        .flatMap(operation -> operation.getSecurity().stream())
                        .noneMatch(requirement -> requirement.containsKey(scheme)));
        document.getComponents().setSecuritySchemes(schemes);
    }
}
