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

/** Adds the problem schema, required fields, examples and common headers to a document, and sorts it. */
@Component
class DocumentCustomizer implements GlobalOpenApiCustomizer {

    private final Documentation documentation = new Documentation();

    @Override
    public void customise(OpenAPI document) {
        ModelConverters.getInstance(true).readAll(ProblemDto.class).forEach(document.getComponents()::addSchemas);
        document.getComponents()
                .setSchemas(new TreeMap<>(document.getComponents().getSchemas()));
        document.getComponents().addHeaders(RequestId.HEADER, requestId());
        document.setPaths(sorted(document.getPaths()));
        documentation.addTo(document.getComponents().getSchemas());
        addProblemCodes(document);
        var samples = new Samples(document.getComponents());
        new SchemaRules(samples)
                .apply(document.getPaths().values().stream().flatMap(item -> item.readOperations().stream()));
        var examples = new Examples(samples, documentation);
        document.getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> {
                    examples.complete(path, operation);
                    addRequestId(operation);
                }));
        removeUnusedSecuritySchemes(document);
    }

    private static Paths sorted(Paths paths) {
        var sorted = new Paths();
        new TreeMap<>(paths).forEach(sorted::addPathItem);
        return sorted;
    }

    /** Not an enum, so that new codes do not break generated clients. */
    private static void addProblemCodes(OpenAPI document) {
        Schema<?> problem = document.getComponents().getSchemas().get("ProblemDto");
        var codes = Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList();
        Schema<?> code = problem.getProperties().get("code");
        code.setDescription(code.getDescription() + ". The current codes: `%s`".formatted(String.join("`, `", codes)));
        code.addExtension("x-extensible-enum", codes);
    }

    private static Header requestId() {
        return new Header()
                .description(
                        "The request id in the logs of the service. Equals the id of the request header if that is valid.")
                .required(true)
                .schema(new StringSchema().pattern("^[A-Za-z0-9._-]{1,128}$"))
                .example("7b6f2c1e-0d7a-4f7e-9a54-0b8f4f1d2c3b");
    }

    private static void addRequestId(Operation operation) {
        operation
                .getResponses()
                .values()
                .forEach(response -> response.addHeaderObject(RequestId.HEADER, new Header().$ref(RequestId.HEADER)));
    }

    private static void removeUnusedSecuritySchemes(OpenAPI document) {
        var schemes = new LinkedHashMap<>(document.getComponents().getSecuritySchemes());
        schemes.keySet()
                .removeIf(scheme -> document.getPaths().values().stream()
                        .flatMap(item -> item.readOperations().stream())
                        .flatMap(operation -> operation.getSecurity().stream())
                        .noneMatch(requirement -> requirement.containsKey(scheme)));
        document.getComponents().setSecuritySchemes(schemes);
    }
}
