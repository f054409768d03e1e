package dev.stagedoor.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;

/** Assembles examples of schemas from the examples of their fields. */
@RequiredArgsConstructor
final class Samples {

    private static final String PREFIX = "#/components/schemas/";

    private final Components components;

    /** Resolves a reference to a named schema. */
    Schema<?> resolved(Schema<?> schema) {
        if (schema.get$ref() == null) {
            return schema;
        }
        return components.getSchemas().get(schema.get$ref().substring(PREFIX.length()));
    }

    Object of(Schema<?> reference) {
        var schema = resolved(reference);
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.getEnum() != null) {
            return schema.getEnum().get(0);
        }
        if (schema.getItems() != null) {
            return Collections.singletonList(of(schema.getItems()));
        }
        if (schema.getAnyOf() != null) {
            return of(schema.getAnyOf().get(0));
        }
        return schema.getProperties() == null ? null : fields(schema);
    }

    private Map<String, Object> fields(Schema<?> schema) {
        var fields = new LinkedHashMap<String, Object>();
        schema.getProperties().forEach((name, field) -> fields.put(name, of(field)));
        return fields;
    }
}
