package dev.stagedoor.platform.web.strict;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;

/** Deserializes enums by their deserializer wire names. Jackson itself accepts surrounding whitespace. */
final class ExactEnums extends Deserializers.Base {

    @Override
    public ValueDeserializer<?> findEnumDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
        return deserializer(type.getRawClass());
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
        return type.isEnum();
    }

    private static <T> TextDeserializer<T> deserializer(Class<T> type) {
        Map<String, T> values = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(value -> wireName((Enum<?>) value), Function.identity()));
        return new TextDeserializer<>(type, name -> {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("unknown value");
            }
            return values.get(name);
        });
    }

    private static String wireName(Enum<?> value) {
        try {
            var annotation = value.getDeclaringClass().getField(value.name()).getAnnotation(JsonProperty.class);
            return annotation == null ? value.name() : annotation.value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
