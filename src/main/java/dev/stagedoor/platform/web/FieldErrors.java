package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.validation.Violations;
import jakarta.annotation.Nullable;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Converts Bean Validation errors to field errors, one per invalid field. */
final class FieldErrors {

    private static final Pattern INDEX = Pattern.compile("\\d+");

    private FieldErrors() {}

    static List<InvalidField> of(Errors errors) {
        return merged(errors.getAllErrors().stream().map(FieldErrors::of).toList(), List.of());
    }

    /** Returns both lists sorted by field, and of several errors of a field the first. */
    static List<InvalidField> merged(List<InvalidField> first, List<InvalidField> second) {
        Set<String> fields = new HashSet<>();
        return Stream.concat(first.stream(), second.stream())
                .filter(error -> fields.add(error.field()))
                .sorted(Comparator.comparing(FieldErrors::order))
                .toList();
    }

    static List<InvalidField> of(HandlerMethodValidationException failure) {
        return failure.getParameterValidationResults().stream()
                .flatMap(FieldErrors::of)
                .toList();
    }

    private static Stream<InvalidField> of(ParameterValidationResult result) {
        if (result instanceof ParameterErrors nested) {
            return of((Errors) nested).stream();
        }
        var parameter = result.getMethodParameter();
        return result.getResolvableErrors().stream()
                .map(violated -> error(
                        String.valueOf(parameter.getParameterName()),
                        lastCode(violated),
                        result.unwrap(violated, ConstraintViolation.class),
                        violated))
                .map(invalid -> withBounds(invalid, parameter));
    }

    /** Sorts by name, and within a list by index. */
    private static String order(InvalidField error) {
        return INDEX.matcher(error.field()).replaceAll(index -> "%6s".formatted(index.group()));
    }

    private static InvalidField of(ObjectError error) {
        var field = error instanceof FieldError at ? at.getField() : error.getObjectName();
        var violation = error.contains(ConstraintViolation.class) ? error.unwrap(ConstraintViolation.class) : null;
        return Optional.<ConstraintViolation<?>>ofNullable(violation)
                .flatMap(Violations::field)
                .orElseGet(() -> error(field, error.getCode(), violation, error));
    }

    private static InvalidField error(
            String field,
            @Nullable String constraint,
            @Nullable ConstraintViolation<?> violation,
            MessageSourceResolvable error) {
        var code = Optional.<ConstraintViolation<?>>ofNullable(violation)
                .flatMap(Violations::code)
                .orElseGet(() -> code(constraint));
        var path = withoutContainers(field);
        if (code.equals(InvalidField.REQUIRED)) {
            return InvalidField.of(path, code, "must-be-present");
        }
        var invalid = InvalidField.ofText(path, code, String.valueOf(error.getDefaultMessage()));
        return violation == null
                ? invalid
                : withBounds(invalid, violation.getConstraintDescriptor().getAttributes());
    }

    private static InvalidField withBounds(InvalidField invalid, Map<String, Object> constraint) {
        return invalid.code().equals(InvalidField.OUT_OF_RANGE)
                ? invalid.between(bound(constraint.get("min")), bound(constraint.get("max")))
                : invalid;
    }

    private static InvalidField withBounds(InvalidField invalid, MethodParameter parameter) {
        var min = parameter.getParameterAnnotation(Min.class);
        var max = parameter.getParameterAnnotation(Max.class);
        return min == null || max == null ? invalid : invalid.between(min.value(), max.value());
    }

    /** Returns null for the default of {@code @Size(max)}. */
    private static @Nullable Long bound(@Nullable Object attribute) {
        return attribute instanceof Integer bound && bound != Integer.MAX_VALUE ? Long.valueOf(bound) : null;
    }

    /** Hibernate Validator reports constraints on type arguments as {@code a<list element>.b} or {@code a[]}. */
    private static String withoutContainers(String field) {
        return field.replaceAll("\\.?<[^<>]*>", "").replace("[]", "");
    }

    private static String lastCode(MessageSourceResolvable error) {
        var codes = error.getCodes();
        return codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
    }

    private static String code(@Nullable String constraint) {
        return switch (constraint == null ? "" : constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> InvalidField.REQUIRED;
            case "Size", "Min", "Max", "Range", "BirthDate" -> InvalidField.OUT_OF_RANGE;
            default -> InvalidField.MALFORMED;
        };
    }
}
