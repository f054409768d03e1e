package dev.stagedoor.platform.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tools.jackson.databind.json.JsonMapper;

/** Adds the examples of {@code openapi/examples.properties} to the fields of schemas. */
final class FieldExamples {

    private static final String RESOURCE = "openapi/examples.properties";

    private final Properties examples;
    private final JsonMapper json = JsonMapper.shared();

    FieldExamples() {
        try {
            examples =
                    PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(RESOURCE), "UTF-8"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("rawtypes")
    void addTo(Map<String, Schema> schemas) {
        schemas.forEach(this::add);
    }

    private void add(String name, Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((field, property) -> add(name, field, property));
        }
    }

    private void add(String schema, String field, Schema<?> property) {
        var text = examples.getProperty(schema + "." + field, examples.getProperty(field));
        if (text != null && isSimple(property)) {
            property.setExample(isText(property) ? text : json.readValue(text, Object.class));
        }
    }

    /** References and lists use the examples of their parts. */
    private static boolean isSimple(Schema<?> property) {
        return property.getExample() == null
                && property.get$ref() == null
                && property.getAnyOf() == null
                && property.getItems() == null;
    }

    private static boolean isText(Schema<?> property) {
        return property.getTypes() != null && property.getTypes().contains("string");
    }
}
