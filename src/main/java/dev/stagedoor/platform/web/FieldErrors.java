package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.validation.Violations;
import jakarta.annotation.Nullable;
import jakarta.validation.ConstraintViolation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Converts Bean Validation errors to field errors, one per violated constraint. */
final class FieldErrors {

    private static final Pattern INDEX = Pattern.compile("\\d+");

    private FieldErrors() {}

    static List<InvalidField> of(Errors errors) {
        return errors.getAllErrors().stream()
                .map(FieldErrors::of)
                .distinct()
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
        var name = result.getMethodParameter().getParameterName();
        return result.getResolvableErrors().stream()
                .map(violated -> error(
                        String.valueOf(name),
                        lastCode(violated),
                        result.unwrap(violated, ConstraintViolation.class),
                        violated));
    }

    /** Sorts by name, and within a list by index. */
    private static String order(InvalidField error) {
        return INDEX.matcher(error.field()).replaceAll(index -> "%6s".formatted(index.group()));
    }

    private static InvalidField of(ObjectError error) {
        var field = error instanceof FieldError at ? at.getField() : error.getObjectName();
        var violation = error.contains(ConstraintViolation.class) ? error.unwrap(ConstraintViolation.class) : null;
        return error(field, error.getCode(), violation, error);
    }

    private static InvalidField error(
            String field,
            @Nullable String constraint,
            @Nullable ConstraintViolation<?> violation,
            MessageSourceResolvable error) {
        var code = Optional.<ConstraintViolation<?>>ofNullable(violation)
                .flatMap(Violations::code)
                .orElseGet(() -> code(constraint));
        return InvalidField.ofText(withoutContainers(field), code, String.valueOf(error.getDefaultMessage()));
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
