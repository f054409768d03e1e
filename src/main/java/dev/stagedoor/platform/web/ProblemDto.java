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
        @Schema(format = "uri-reference") String type,
        String title,
        @Schema(minimum = "400", maximum = "599") int status,
        String detail,
        @Schema(format = "uri-reference") String instance,
        @Schema(pattern = "^[a-z]+(-[a-z]+)*$") String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldErrorDto> errors) {

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
