package dev.stagedoor.platform.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(description = "An invalid field")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldErrorDto(
        String field,
        String code,
        String message,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable List<String> allowed) {}
