package dev.stagedoor.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stagedoor.platform.error.FieldErrorDto;
import dev.stagedoor.platform.error.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/** The body of all error responses, {@code application/problem+json} (RFC 9457). */
@Schema(description = "The body of all error responses (RFC 9457)")
public record ProblemDto(
        @Schema(description = "A stable URI reference that identifies the problem type", format = "uri-reference")
        String type,

        @Schema(description = "A summary of the problem type")
        String title,

        @Schema(description = "The HTTP status", minimum = "400", maximum = "599")
        int status,

        @Schema(description = "A human-readable explanation of this occurrence")
        String detail,

        @Schema(description = "The path of the request", format = "uri-reference")
        String instance,

        @Schema(
                description = "The machine-readable problem code. New codes may be added to `x-extensible-enum`.",
                pattern = "^[a-z]+(-[a-z]+)*$")
        String code,

        @Schema(description = "The invalid fields. Present only with `validation-failed`.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<FieldErrorDto> errors) {

    public static ProblemDto of(ProblemException problem, String instance, Locale language) {
        var code = problem.getCode();
        return new ProblemDto(
                "/problems/" + code.code(),
                code.title(language),
                code.status(),
                problem.detail(language),
                instance,
                code.code(),
                problem.getErrors().stream().map(error -> error.in(language)).toList());
    }
}
