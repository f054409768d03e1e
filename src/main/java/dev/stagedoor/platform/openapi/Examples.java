package dev.stagedoor.platform.openapi;

import dev.stagedoor.platform.web.Csv;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;

/** Adds examples to the parameters, the request body and all responses of an operation. */
final class Examples {

    private final Samples samples;
    private final Documentation documentation;
    private final ProblemExamples problems;

    Examples(Samples samples, Documentation documentation) {
        this.samples = samples;
        this.documentation = documentation;
        this.problems = new ProblemExamples(samples);
    }

    void complete(String path, Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> {
                documentation.addTo(operation.getOperationId(), parameter);
                addExample(path, parameter);
            });
        }
        if (operation.getRequestBody() != null) {
            addExample(operation.getRequestBody().getContent());
        }
        operation.getResponses().values().forEach(response -> addExample(response.getContent()));
        var csv = documentation.csv(operation.getOperationId());
        if (csv != null) {
            var media = new MediaType().schema(new StringSchema().description("CSV (RFC 4180) with a header line"));
            media.addExamples("csv", new Example().summary("CSV").value(csv));
            operation.getResponses().get("200").getContent().addMediaType(Csv.TYPE, media);
        }
        problems.complete(path, operation);
    }

    private void addExample(Content content) {
        if (content != null) {
            content.values().stream()
                    .filter(media -> media.getExample() == null && media.getExamples() == null)
                    .forEach(this::addExample);
        }
    }

    private void addExample(MediaType media) {
        media.setExample(samples.of(media.getSchema()));
    }

    private void addExample(String path, Parameter parameter) {
        if (parameter.getExample() == null) {
            var schema = samples.resolved(parameter.getSchema());
            parameter.setExample(schema.getDefault() == null ? sample(path, parameter, schema) : schema.getDefault());
        }
        if (!Boolean.TRUE.equals(parameter.getRequired())) {
            moveToSchema(parameter);
        }
    }

    /**
     * Swagger UI would prefill optional parameters with their examples. It ignores examples of the schema. swagger-core can use
     * the same schema object for several parameters, so the parameter gets a copy.
     */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void moveToSchema(Parameter parameter) {
        Schema schema = AnnotationsUtils.clone(parameter.getSchema(), true);
        if (schema.get$ref() == null) {
            schema.setExamples(List.of(parameter.getExample()));
        }
        parameter.setSchema(schema);
        parameter.setExample(null);
    }

    private Object sample(String path, Parameter parameter, Schema<?> schema) {
        if (schema.getItems() != null) {
            return List.of(sample(path, parameter, samples.resolved(schema.getItems())));
        }
        return "uuid".equals(schema.getFormat()) ? id(path, parameter.getName()) : samples.of(schema);
    }

    /** Returns ids of the demo data, which the examples of fields also contain. */
    private static String id(String path, String name) {
        if (name.startsWith("company") || name.equals("id") && path.startsWith("/catalog/companies")) {
            return "c0000000-0000-4000-8000-000000000001";
        }
        return name.startsWith("activity") || path.contains("/activities/")
                ? "a0000000-0000-4000-8000-000000000001"
                : "019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c";
    }
}
