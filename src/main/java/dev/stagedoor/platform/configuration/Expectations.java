package dev.stagedoor.platform.configuration;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.convert.ConversionException;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Describes the values that a setting accepts, by the type of the setting. */
final class Expectations {

    static final String DURATION = "must be a duration such as 10m or 30d";

    private static final Map<Class<?>, String> BY_TYPE = Map.of(
            Duration.class, DURATION,
            DataSize.class, "must be a size such as 64KB",
            Boolean.class, "must be true or false",
            Integer.class, "must be a whole number",
            Long.class, "must be a whole number");

    private Expectations() {}

    static String of(BindException failure) {
        var type = ClassUtils.resolvePrimitiveIfNecessary(
                failure.getTarget().getType().resolve(Object.class));
        if (type.isEnum()) {
            return "must be one of " + names(type);
        }
        return failure.getCause() instanceof ConversionException
                ? BY_TYPE.getOrDefault(type, "must be a " + type.getSimpleName())
                : "is invalid: "
                        + NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
