package dev.stagedoor.platform.error;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An invalid field.
 *
 * @param field the path of the field, such as {@code languages[0].level}
 * @param code  {@code required}, {@code malformed}, {@code out-of-range}, {@code unknown} or the name of a specific rule
 */
@Schema(name = "FieldErrorDto", description = "An invalid field")
public record FieldErrorDto(
        @Schema(description = "The path of the field in the request")
        String field,

        @Schema(description = "Machine-readable error code") String code,

        @Schema(description = "Human-readable error message")
        String message) {

    public static final String REQUIRED = "required";
    public static final String MALFORMED = "malformed";
    public static final String OUT_OF_RANGE = "out-of-range";
    public static final String UNKNOWN = "unknown";

    /** Joins the messages of all errors. */
    public static String summary(List<FieldErrorDto> errors) {
        return errors.stream()
                .map(error -> error.field() + " " + error.message())
                .collect(Collectors.joining("; "));
    }
}
