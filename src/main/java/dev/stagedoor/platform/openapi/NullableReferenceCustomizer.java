package dev.stagedoor.platform.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Set;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.stereotype.Component;

/** A nullable property that refers to a named schema is either of it or null; swagger-core alone drops the null. */
@Component
class NullableReferenceCustomizer implements PropertyCustomizer {

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Schema customize(Schema property, AnnotatedType type) {
        if (property.get$ref() == null || !isNullable(type)) {
            return property;
        }
        var reference = new Schema<>().$ref(property.get$ref());
        var none = new JsonSchema();
        none.setTypes(Set.of("null"));
        var either = new JsonSchema();
        either.addAnyOfItem(reference);
        either.addAnyOfItem(none);
        return either;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.getCtxAnnotations() != null
                && Arrays.stream(type.getCtxAnnotations())
                        .anyMatch(annotation ->
                                annotation.annotationType().getSimpleName().equals("Nullable"));
    }
}
