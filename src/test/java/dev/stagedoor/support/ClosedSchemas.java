package dev.stagedoor.support;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.PatternFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of an OpenAPI document, as closed schemas: undocumented fields are errors. */
public final class ClosedSchemas {

    private static final String ADDRESS = "https://stagedoor.test/document";

    /** The email format of the library rejects unknown top-level domains, such as the one of purged accounts. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .format(PatternFormat.of("email", "^[^@\\s]+@[^@\\s]+[.][^@\\s.]+$", "format.email"))
            .build();

    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    public ClosedSchemas(JsonNode document) {
        var closed = document.deepCopy();
        close(closed);
        this.registry = SchemaRegistry.withDefaultDialect(
                DIALECT, settings -> settings.schemas(Map.of(ADDRESS, closed.toString())));
    }

    /** Validates JSON against the schema at a pointer, such as {@code /components/schemas/MeDto}. Returns the errors. */
    public List<String> errors(String pointer, String json) {
        try {
            return schema(pointer)
                    .validate(
                            json,
                            InputFormat.JSON,
                            context -> context.executionConfig(settings -> settings.formatAssertionsEnabled(true)))
                    .stream()
                    .map(Error::toString)
                    .toList();
        } catch (JacksonException unreadable) {
            return List.of("malformed JSON: " + unreadable.getOriginalMessage());
        }
    }

    private Schema schema(String pointer) {
        return schemas.computeIfAbsent(
                pointer, key -> registry.getSchema(SchemaLocation.of(ADDRESS + "#" + fragment(key))));
    }

    private static String fragment(String pointer) {
        return pointer.replace("{", "%7B").replace("}", "%7D").replace("+", "%2B");
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ClosedSchemas::close);
    }
}
