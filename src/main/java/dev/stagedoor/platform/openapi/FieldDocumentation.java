package dev.stagedoor.platform.openapi;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tools.jackson.databind.json.JsonMapper;

/** Adds the descriptions and examples in the directory {@code openapi} to the fields of schemas. */
final class FieldDocumentation {

    private final Properties descriptions = read("openapi/descriptions.properties");
    private final Properties examples = read("openapi/examples.properties");
    private final JsonMapper json = JsonMapper.shared();

    @SuppressWarnings("rawtypes")
    void addTo(Map<String, Schema> schemas) {
        schemas.forEach(this::add);
    }

    /** swagger-core can use the same object for several fields, so each field gets a copy. */
    private void add(String name, Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties()
                    .replaceAll((field, property) -> documented(name, field, AnnotationsUtils.clone(property, true)));
        }
    }

    private Schema<?> documented(String schema, String field, Schema<?> property) {
        property.setDescription(find(descriptions, schema, field));
        var example = find(examples, schema, field);
        if (example != null && isSimple(property)) {
            property.setExample(isText(property) ? example : json.readValue(example, Object.class));
        }
        return property;
    }

    private static @Nullable String find(Properties texts, String schema, String field) {
        return texts.getProperty(schema + "." + field, texts.getProperty(field));
    }

    /** References and lists use the examples of their parts. */
    private static boolean isSimple(Schema<?> property) {
        return property.getExample() == null && property.get$ref() == null && property.getItems() == null;
    }

    private static boolean isText(Schema<?> property) {
        return property.getTypes() != null && property.getTypes().contains("string");
    }

    private static Properties read(String resource) {
        try {
            return PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(resource), "UTF-8"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
