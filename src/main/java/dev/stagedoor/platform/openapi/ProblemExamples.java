package dev.stagedoor.platform.openapi;

import static java.util.Locale.ENGLISH;

import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.web.ProblemDto;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;

/** Completes the problem examples of an operation with the path and an invalid field. */
@RequiredArgsConstructor
final class ProblemExamples {

    /** With a message of Bean Validation. */
    private static final InvalidField LIMIT = InvalidField.ofText(
                    "limit", InvalidField.OUT_OF_RANGE, "must be greater than or equal to 1")
            .between(1L, 100L);

    private final Samples samples;

    void complete(String path, Operation operation) {
        var instance = instance(path, operation);
        operation.getResponses().values().stream()
                .filter(response -> response.getContent() != null)
                .map(response -> response.getContent().get("application/problem+json"))
                .filter(Objects::nonNull)
                .map(MediaType::getExamples)
                .flatMap(examples -> examples.values().stream())
                .forEach(example -> example.setValue(
                        ProblemDto.of(problem((ProblemException) example.getValue(), operation), instance, ENGLISH)));
    }

    private ProblemException problem(ProblemException problem, Operation operation) {
        return problem.getCode() == ProblemCode.VALIDATION_FAILED ? invalidField(operation) : problem;
    }

    /** The path with the examples of its parameters. */
    private String instance(String path, Operation operation) {
        var instance = path;
        for (var parameter : parameters(operation)) {
            instance = instance.replace("{" + parameter.getName() + "}", String.valueOf(parameter.getExample()));
        }
        return instance;
    }

    private ProblemException invalidField(Operation operation) {
        return operation.getRequestBody() == null
                ? invalidParameter(parameters(operation))
                : invalidField(samples.resolved(operation
                        .getRequestBody()
                        .getContent()
                        .get("application/json")
                        .getSchema()));
    }

    private static ProblemException invalidParameter(List<Parameter> parameters) {
        var names = parameters.stream().map(Parameter::getName).toList();
        if (names.contains("limit")) {
            return ProblemException.invalid(List.of(LIMIT));
        }
        return names.contains("to")
                ? ProblemException.invalid("to", InvalidField.OUT_OF_RANGE, "must-not-be-before-from")
                : ProblemException.invalid("limt", InvalidField.UNKNOWN, "is-not-a-known-parameter");
    }

    private static ProblemException invalidField(Schema<?> body) {
        var required = body.getRequired();
        return required == null
                ? ProblemException.invalid(
                        body.getProperties().keySet().iterator().next(), InvalidField.MALFORMED, "has-the-wrong-type")
                : ProblemException.invalid(first(body, required), InvalidField.REQUIRED, "must-be-present");
    }

    private static String first(Schema<?> body, List<String> required) {
        return body.getProperties().keySet().stream()
                .filter(required::contains)
                .findFirst()
                .orElseThrow();
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }
}
