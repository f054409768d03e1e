package dev.stagedoor.platform.web.strict;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of enum constants in requests and responses: the {@link JsonProperty}, otherwise the Java name. */
public final class WireNames {

    private WireNames() {}

    public static String of(Enum<?> constant) {
        try {
            var annotation =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return annotation == null ? constant.name() : annotation.value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the names of all constants of an enum. */
    public static List<String> all(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> of((Enum<?>) constant))
                .toList();
    }

    /** Finds a constant by its exact name. */
    public static <E> Optional<E> find(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of((Enum<?>) constant).equals(name))
                .findFirst();
    }
}
