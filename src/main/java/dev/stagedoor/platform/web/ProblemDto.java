package dev.stagedoor.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stagedoor.platform.error.FieldErrorDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Locale;

/** Every error answer, as {@code application/problem+json} (RFC 9457). */
@Schema(description = "Every error answer (RFC 9457); programs read `code`, people read `detail`")
public record ProblemDto(
        @Schema(
                description = "A stable URI reference of the kind of problem",
                format = "uri-reference",
                example = "/problems/not-found",
                requiredMode = RequiredMode.REQUIRED)
        String type,

        @Schema(
                description = "The kind of problem in words",
                example = "Not found",
                requiredMode = RequiredMode.REQUIRED)
        String title,

        @Schema(
                description = "The HTTP status",
                minimum = "400",
                maximum = "599",
                example = "404",
                requiredMode = RequiredMode.REQUIRED)
        int status,

        @Schema(
                description = "What is wrong with this request",
                example = "There is no such activity.",
                requiredMode = RequiredMode.REQUIRED)
        String detail,

        @Schema(
                description = "The path that was called",
                format = "uri-reference",
                example = "/activities/a0000000-0000-4000-8000-000000000001",
                requiredMode = RequiredMode.REQUIRED)
        String instance,

        @Schema(
                description = "The kind of problem, for programs: any of `x-extensible-enum`, or a newer one",
                pattern = "^[a-z]+(-[a-z]+)*$",
                example = "not-found",
                requiredMode = RequiredMode.REQUIRED)
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
