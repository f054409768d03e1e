package dev.stagedoor.platform.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.annotation.Nullable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.stereotype.Component;

/** Documents that a nullable field with a named schema can be null. swagger-core does so only for other fields. */
@Component
class NullableReferences implements PropertyCustomizer {

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Schema customize(Schema property, AnnotatedType type) {
        var isNullable = type.getCtxAnnotations() != null
                && Arrays.stream(type.getCtxAnnotations()).anyMatch(Nullable.class::isInstance);
        if (property == null || property.get$ref() == null || !isNullable) {
            return property;
        }
        var reference = new Schema<>().$ref(property.get$ref());
        return new Schema<>().anyOf(List.of(reference, new Schema<>().types(Set.of("null"))));
    }
}
