package dev.stagedoor.fuzz;

import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Generates valid values of schemas. Uses existing ids for known names. */
final class GoodValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, String> known;
    private final RandomGenerator random;

    /** @param known existing ids by the name of their parameter or field */
    GoodValues(Map<String, String> known, RandomGenerator random) {
        this.known = known;
        this.random = random;
    }

    String text(Operation operation, Operation.Parameter parameter) {
        var exact = known.get(operation.path() + " " + parameter.name());
        return exact == null ? plain(json(operation, parameter.name(), parameter.schema())) : exact;
    }

    JsonNode json(Operation operation, String name, JsonNode schema) {
        return switch (type(schema)) {
            case "object" -> object(operation, schema);
            case "array" -> JSON.arrayNode().add(json(operation, name, operation.resolved(schema.path("items"))));
            case "integer" -> JSON.numberNode(schema.path("minimum").asInt(1));
            case "number" -> JSON.numberNode(schema.path("minimum").asDouble(1));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> string(name, schema);
        };
    }

    private JsonNode object(Operation operation, JsonNode schema) {
        var object = JSON.objectNode();
        operation.properties(schema).forEach((name, property) -> object.set(name, json(operation, name, property)));
        return object;
    }

    private JsonNode string(String name, JsonNode schema) {
        var id = known.get(name);
        if (id != null) {
            return JSON.stringNode(id);
        }
        if (schema.has("enum")) {
            var names = schema.path("enum");
            return names.get(random.nextInt(names.size()));
        }
        if (schema.has("example")) {
            return JSON.stringNode(schema.path("example").asString());
        }
        return JSON.stringNode(
                switch (schema.path("format").asString("")) {
                    case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
                    case "date" -> "2026-02-28";
                    case "date-time" -> "2100-01-01T00:00:00Z";
                    default -> "text";
                });
    }

    /** The first type that is not null. */
    static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asString)
                        .filter(name -> !name.equals("null"))
                        .findFirst()
                        .orElse("")
                : type.asString("");
    }

    private static String plain(JsonNode value) {
        return value.isArray() ? value.get(0).asString() : value.asString();
    }
}
