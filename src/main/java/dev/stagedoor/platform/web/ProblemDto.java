package dev.stagedoor.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stagedoor.platform.error.FieldErrorDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/** Every error answer, as {@code application/problem+json} (RFC 9457). */
@Schema(description = "Every error answer (RFC 9457); programs read `code`, people read `detail`")
public record ProblemDto(
        @Schema(description = "A stable URI reference of the kind of problem", format = "uri-reference")
        String type,

        @Schema(description = "The kind of problem in words")
        String title,

        @Schema(description = "The HTTP status", minimum = "400", maximum = "599")
        int status,

        @Schema(description = "What is wrong with this request")
        String detail,

        @Schema(description = "The path that was called", format = "uri-reference")
        String instance,

        @Schema(
                description = "The kind of problem, for programs: any of `x-extensible-enum`, or a newer one",
                pattern = "^[a-z]+(-[a-z]+)*$")
        String code,

        @Schema(description = "With `validation-failed`: one row for each fault")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<FieldErrorDto> errors) {

    public static ProblemDto of(ProblemCode code, String detail, String instance, List<FieldErrorDto> faults) {
        return new ProblemDto(
                "/problems/" + code.code(), code.title(), code.status(), detail, instance, code.code(), faults);
    }

    /** The same to people of another language; programs see no difference. */
    ProblemDto in(Locale locale) {
        var texts = ProblemTexts.in(locale);
        var translated = texts.of(errors);
        var about = errors.isEmpty() ? texts.of(detail) : FieldErrorDto.summary(translated);
        return new ProblemDto(type, texts.of(title), status, about, instance, code, translated);
    }
}
