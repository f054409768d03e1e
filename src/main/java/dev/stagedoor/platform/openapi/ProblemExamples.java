package dev.stagedoor.platform.openapi;

import dev.stagedoor.platform.error.FieldErrorDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.web.ProblemDto;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** Completes the problem examples of an operation with the path and an invalid field. */
@RequiredArgsConstructor
final class ProblemExamples {

    private static final Map<String, ProblemCode> CODES =
            Arrays.stream(ProblemCode.values()).collect(Collectors.toMap(ProblemCode::code, Function.identity()));

    private final Samples samples;

    void complete(String path, Operation operation) {
        var instance = instance(path, operation);
        operation.getResponses().values().stream()
                .filter(response -> response.getContent() != null)
                .map(response -> response.getContent().get("application/problem+json"))
                .filter(Objects::nonNull)
                .map(MediaType::getExamples)
                .forEach(examples -> examples.forEach(
                        (code, example) -> example.setValue(problem(CODES.get(code), example, instance, operation))));
    }

    private ProblemDto problem(ProblemCode code, Example example, String instance, Operation operation) {
        if (code == ProblemCode.VALIDATION_FAILED) {
            var invalid = ProblemException.invalid(fieldError(operation));
            return ProblemDto.of(code, invalid.getMessage(), instance, invalid.getErrors());
        }
        return ProblemDto.of(code, (String) example.getValue(), instance, List.of());
    }

    /** The path with the examples of its parameters. */
    private String instance(String path, Operation operation) {
        var instance = path;
        for (var parameter : parameters(operation)) {
            instance = instance.replace("{" + parameter.getName() + "}", String.valueOf(parameter.getExample()));
        }
        return instance;
    }

    private FieldErrorDto fieldError(Operation operation) {
        return operation.getRequestBody() == null
                ? parameterError(parameters(operation))
                : bodyError(samples.resolved(operation
                        .getRequestBody()
                        .getContent()
                        .get("application/json")
                        .getSchema()));
    }

    private static FieldErrorDto parameterError(List<Parameter> parameters) {
        return parameters.stream().anyMatch(parameter -> parameter.getName().equals("limit"))
                ? new FieldErrorDto("limit", FieldErrorDto.OUT_OF_RANGE, "must be greater than or equal to 1")
                : new FieldErrorDto("to", FieldErrorDto.OUT_OF_RANGE, "must not be before from");
    }

    private static FieldErrorDto bodyError(Schema<?> body) {
        var required = body.getRequired();
        return required == null
                ? new FieldErrorDto(
                        body.getProperties().keySet().iterator().next(), FieldErrorDto.MALFORMED, "has the wrong type")
                : new FieldErrorDto(first(body, required), FieldErrorDto.REQUIRED, "must not be null");
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
