package dev.stagedoor.platform.web.strict;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;

/** Deserializes enums by their exact names. Jackson itself accepts surrounding whitespace. */
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
        return new TextDeserializer<>(
                type,
                name -> WireNames.find(type, name).orElseThrow(() -> new IllegalArgumentException("unknown value")));
    }
}
