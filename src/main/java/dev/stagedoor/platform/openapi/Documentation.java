package dev.stagedoor.platform.openapi;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tools.jackson.databind.json.JsonMapper;

/** Adds the descriptions and examples in the directory {@code openapi} to fields of schemas and to parameters. */
final class Documentation {

    private final Properties descriptions = read("openapi/descriptions.properties");
    private final Properties examples = read("openapi/examples.properties");
    private final JsonMapper json = JsonMapper.shared();

    @SuppressWarnings("rawtypes")
    void addTo(Map<String, Schema> schemas) {
        schemas.forEach(this::add);
    }

    void addTo(String operationId, Parameter parameter) {
        var name = "parameter." + parameter.getName();
        if (parameter.getDescription() == null) {
            parameter.setDescription(
                    descriptions.getProperty(operationId + "." + parameter.getName(), descriptions.getProperty(name)));
        }
        var example = examples.getProperty(name);
        if (parameter.getExample() == null && example != null) {
            parameter.setExample(typed(example, parameter.getSchema()));
        }
    }

    /** Returns the example of a CSV response; null if the operation returns only JSON. */
    @Nullable
    String csv(String operationId) {
        return examples.getProperty(operationId + ".csv");
    }

    /** swagger-core can use the same object for several fields, so each field gets a copy. References have no examples. */
    private void add(String name, Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties()
                    .replaceAll((field, property) -> documented(name, field, AnnotationsUtils.clone(property, true)));
        }
    }

    private Schema<?> documented(String schema, String field, Schema<?> property) {
        property.setDescription(find(descriptions, schema, field));
        var example = find(examples, schema, field);
        var value = property.getItems() == null ? property : property.getItems();
        if (example != null && value.getExample() == null && value.get$ref() == null) {
            value.setExample(typed(example, value));
        }
        return property;
    }

    private static @Nullable String find(Properties texts, String schema, String field) {
        return texts.getProperty(schema + "." + field, texts.getProperty(field));
    }

    private Object typed(String example, Schema<?> schema) {
        var isText = schema.getTypes() == null || schema.getTypes().contains("string");
        return isText ? example : json.readValue(example, Object.class);
    }

    private static Properties read(String resource) {
        try {
            return PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(resource), "UTF-8"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
