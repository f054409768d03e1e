package dev.stagedoor.platform.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Set;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.stereotype.Component;

/** Documents a nullable reference as the schema or null. swagger-core itself omits the null. */
@Component
class NullableReferenceCustomizer implements PropertyCustomizer {

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Schema customize(Schema property, AnnotatedType type) {
        if (property.get$ref() == null || !isNullable(type)) {
            return property;
        }
        var reference = new Schema<>().$ref(property.get$ref());
        var nullSchema = new JsonSchema();
        nullSchema.setTypes(Set.of("null"));
        var anyOf = new JsonSchema();
        anyOf.addAnyOfItem(reference);
        anyOf.addAnyOfItem(nullSchema);
        return anyOf;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.getCtxAnnotations() != null
                && Arrays.stream(type.getCtxAnnotations())
                        .anyMatch(annotation ->
                                annotation.annotationType().getSimpleName().equals("Nullable"));
    }
}
