package dev.stagedoor.platform.web.strict;

import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import org.openapitools.jackson.nullable.JsonNullableJackson3Deserializer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.ReferenceTypeDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.ReferenceType;

/** Deserializes fields of a patch strictly. The deserializer of the library treats an empty string as an absent field. */
final class PatchFieldDeserializer extends JsonNullableJackson3Deserializer {

    private PatchFieldDeserializer(
            JavaType type,
            @Nullable ValueInstantiator instantiator,
            TypeDeserializer types,
            ValueDeserializer<?> values) {
        super(type, instantiator, types, values);
    }

    @Override
    public JsonNullable<Object> deserialize(JsonParser json, DeserializationContext context) {
        return referenceValue(_valueDeserializer.deserialize(json, context));
    }

    @Override
    protected ReferenceTypeDeserializer<JsonNullable<Object>> withResolved(
            TypeDeserializer types, ValueDeserializer<?> values) {
        return new PatchFieldDeserializer(_fullType, _valueInstantiator, types, values);
    }

    static final class Finder extends Deserializers.Base {

        @Override
        public @Nullable ValueDeserializer<?> findReferenceDeserializer(
                ReferenceType type,
                DeserializationConfig config,
                BeanDescription.Supplier bean,
                TypeDeserializer types,
                ValueDeserializer<?> values) {
            return type.hasRawClass(JsonNullable.class) ? new PatchFieldDeserializer(type, null, types, values) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return JsonNullable.class.equals(type);
        }
    }
}
