package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.web.strict.WireNames;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists everything that is invalid in a JSON body that cannot be converted to its type: unknown fields, values of the wrong
 * type and the violated constraints of all other fields. Jackson reports only the first error, so the body is converted
 * again without each invalid value.
 */
@Component
@RequiredArgsConstructor
class UnreadableBody {

    /** Limits the cost of a body with many errors. */
    private static final int MAX_ERRORS = 20;

    private static final String WRONG_TYPE = "has-the-wrong-type";
    private static final Map<Class<?>, String> EXPECTATIONS = Map.of(
            String.class, "must-be-text",
            LocalDate.class, "must-be-a-date",
            LocalTime.class, "must-be-a-time",
            Instant.class, "must-be-a-timestamp",
            UUID.class, "must-be-a-uuid",
            Boolean.class, "must-be-true-or-false",
            Integer.class, "must-be-an-integer",
            int.class, "must-be-an-integer");

    private final JsonMapper json;
    private final SmartValidator validator;

    ProblemException explain(HttpMessageNotReadableException failure, HttpServletRequest request) {
        var body = WebUtils.getNativeRequest(request, BufferedRequest.class);
        var type = bodyType(request);
        return body == null || type.isEmpty() ? malformed() : explain(body.content(), type.get(), failure.getCause());
    }

    ProblemException explain(byte[] content, Type type, @Nullable Throwable failure) {
        try {
            return explain(json.readTree(content), type);
        } catch (StreamReadException malformed) {
            return malformed();
        } catch (JacksonException | NumberFormatException unsupportedNumber) {
            return failure instanceof DatabindException mismatch ? explain(mismatch) : malformed();
        }
    }

    private static ProblemException explain(DatabindException mismatch) {
        return isExplained(mismatch) ? ProblemException.invalid(List.of(error(mismatch))) : malformed();
    }

    private static Optional<Type> bodyType(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                ? Stream.of(handler.getMethodParameters())
                        .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                        .findFirst()
                        .map(MethodParameter::getGenericParameterType)
                : Optional.empty();
    }

    private ProblemException explain(JsonNode body, Type type) {
        List<InvalidField> errors = new ArrayList<>();
        while (errors.size() < MAX_ERRORS) {
            try {
                Object value = json.readerFor(json.constructType(type)).readValue(body);
                return errors.isEmpty() ? malformed() : ProblemException.invalid(withViolations(errors, value));
            } catch (DatabindException mismatch) {
                if (!isExplained(mismatch)) {
                    return malformed();
                }
                errors.add(error(mismatch));
                remove(mismatch.getPath(), body);
            }
        }
        return ProblemException.invalid(FieldErrors.merged(errors, List.of()));
    }

    private List<InvalidField> withViolations(List<InvalidField> errors, Object value) {
        var violations = new BeanPropertyBindingResult(value, "body");
        validator.validate(value, violations);
        return FieldErrors.merged(errors, FieldErrors.of(violations));
    }

    private static InvalidField error(DatabindException failure) {
        var field = field(failure.getPath());
        if (failure instanceof UnrecognizedPropertyException) {
            return InvalidField.of(field, InvalidField.UNKNOWN, "is-not-a-known-field");
        }
        var type = failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return type != null && type.isEnum()
                ? InvalidField.ofAllowed(field, "must-be-one-of", WireNames.all(type))
                : InvalidField.of(field, InvalidField.MALFORMED, expectation(failure, type));
    }

    private static String expectation(DatabindException failure, @Nullable Class<?> type) {
        if (type == null) {
            return WRONG_TYPE;
        }
        if (type == String.class && failure instanceof InvalidFormatException) {
            return "must-be-well-formed";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "must-be-a-list";
        }
        return EXPECTATIONS.getOrDefault(
                type, type.isRecord() || Map.class.isAssignableFrom(type) ? "must-be-an-object" : WRONG_TYPE);
    }

    /** Removes the value at a path. An element of a list is replaced by null, so that the indexes of others do not change. */
    private static void remove(List<JacksonException.Reference> path, JsonNode body) {
        var parent = body;
        for (var step : path.subList(0, path.size() - 1)) {
            parent =
                    step.getPropertyName() == null ? parent.path(step.getIndex()) : parent.path(step.getPropertyName());
        }
        var last = path.get(path.size() - 1);
        if (parent instanceof ObjectNode object) {
            object.remove(last.getPropertyName());
        } else if (parent instanceof ArrayNode list) {
            list.setNull(last.getIndex());
        }
    }

    private static String field(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** Returns whether the failure is an error of a field, and not of the syntax or of the whole body. */
    private static boolean isExplained(DatabindException failure) {
        return !(failure.getCause() instanceof StreamReadException)
                && !failure.getPath().isEmpty();
    }

    private static ProblemException malformed() {
        return new ProblemException(ProblemCode.MALFORMED_REQUEST, "body");
    }
}
