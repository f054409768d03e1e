package dev.stagedoor.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;

/** Shows a call as a whole: what is sent and every answer. */
final class Examples {

    private final Samples samples;
    private final ClosedRequestCustomizer requests;
    private final ProblemExamples problems;

    Examples(Samples samples) {
        this.samples = samples;
        this.requests = new ClosedRequestCustomizer(samples);
        this.problems = new ProblemExamples(samples);
    }

    void complete(String path, Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> show(path, parameter));
        }
        if (operation.getRequestBody() != null) {
            var content = operation.getRequestBody().getContent();
            content.values().forEach(media -> requests.close(media.getSchema()));
            show(content);
        }
        operation.getResponses().values().forEach(response -> show(response.getContent()));
        problems.complete(path, operation);
    }

    private void show(Content content) {
        if (content != null) {
            content.values().stream()
                    .filter(media -> media.getExample() == null && media.getExamples() == null)
                    .forEach(this::show);
        }
    }

    private void show(MediaType media) {
        media.setExample(samples.of(media.getSchema()));
    }

    private void show(String path, Parameter parameter) {
        if (parameter.getExample() == null) {
            var schema = samples.resolved(parameter.getSchema());
            parameter.setExample(schema.getDefault() == null ? sample(path, parameter, schema) : schema.getDefault());
        }
        if (!Boolean.TRUE.equals(parameter.getRequired())) {
            keepOutOfForms(parameter);
        }
    }

    /** Swagger UI fills its form with the example of a parameter, and would send what nobody asked for. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void keepOutOfForms(Parameter parameter) {
        Schema schema = parameter.getSchema();
        if (schema.get$ref() == null) {
            schema.setExamples(List.of(parameter.getExample()));
        }
        parameter.setExample(null);
    }

    private Object sample(String path, Parameter parameter, Schema<?> schema) {
        if (schema.getItems() != null) {
            return List.of(sample(path, parameter, samples.resolved(schema.getItems())));
        }
        return "uuid".equals(schema.getFormat()) ? id(path, parameter.getName()) : samples.of(schema);
    }

    /** The ids of the demo's platform, which stand in the examples of fields too. */
    private static String id(String path, String name) {
        if (name.startsWith("company") || name.equals("id") && path.startsWith("/catalog/companies")) {
            return "c0000000-0000-4000-8000-000000000001";
        }
        return name.startsWith("activity") || path.contains("/activities/")
                ? "a0000000-0000-4000-8000-000000000001"
                : "019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c";
    }
}
