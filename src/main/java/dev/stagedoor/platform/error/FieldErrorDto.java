package dev.stagedoor.platform.error;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One field at fault.
 *
 * @param field where it stands, such as {@code languages[0].level}
 * @param code  {@code required}, {@code malformed}, {@code out-of-range}, {@code unknown} or a rule's own name
 */
@Schema(name = "FieldErrorDto", description = "One field at fault")
public record FieldErrorDto(
        @Schema(
                description = "Where the field stands in the request",
                example = "languages[0].level",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String field,

        @Schema(
                description = "What is wrong with it, for programs",
                example = "required",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String code,

        @Schema(
                description = "What is wrong with it, for people",
                example = "must be present",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String message) {

    public static final String REQUIRED = "required";
    public static final String MALFORMED = "malformed";
    public static final String OUT_OF_RANGE = "out-of-range";
    public static final String UNKNOWN = "unknown";

    /** All of them in a sentence. */
    public static String summary(List<FieldErrorDto> faults) {
        return faults.stream()
                .map(fault -> fault.field() + " " + fault.message())
                .collect(Collectors.joining("; "));
    }
}
