package dev.stagedoor.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A documented operation.
 *
 * @param document   the whole document, to resolve references
 * @param definition the operation object
 */
record Operation(JsonNode document, String method, String path, JsonNode definition) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    static Stream<Operation> of(JsonNode document) {
        return document.at("/paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(call -> METHODS.contains(call.getKey()))
                        .map(call ->
                                new Operation(document, call.getKey().toUpperCase(), path.getKey(), call.getValue())));
    }

    List<Parameter> parameters() {
        return definition
                .path("parameters")
                .valueStream()
                .map(parameter -> new Parameter(
                        parameter.path("name").asString(),
                        parameter.path("in").asString(),
                        parameter.path("required").asBoolean(false),
                        resolved(parameter.path("schema"))))
                .toList();
    }

    /** The accepted media types. Empty if the operation has no body. */
    Set<String> types() {
        return new TreeSet<>(definition.at("/requestBody/content").propertyNames());
    }

    JsonNode body() {
        return resolved(definition.at("/requestBody/content").iterator().next().path("schema"));
    }

    /** The documented response of a status, or a missing node. */
    JsonNode response(int status) {
        return definition.at("/responses").path(String.valueOf(status));
    }

    /** Resolves references, and selects the first of several alternatives. */
    JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(document.at(
                    JsonPointer.compile(schema.path("$ref").asString().substring(1))));
        }
        for (var either : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(either)) {
                return resolved(schema.path(either).get(0));
            }
        }
        return schema;
    }

    Map<String, JsonNode> properties(JsonNode object) {
        var properties = new LinkedHashMap<String, JsonNode>();
        object.path("properties")
                .propertyStream()
                .forEach(property -> properties.put(property.getKey(), resolved(property.getValue())));
        return properties;
    }

    boolean reads() {
        return method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    record Parameter(String name, String in, boolean isRequired, JsonNode schema) {}
}
