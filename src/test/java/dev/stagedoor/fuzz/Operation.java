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
 * An operation as a document tells it.
 *
 * @param document all of it, for its references
 * @param told     the operation alone
 */
record Operation(JsonNode document, String method, String path, JsonNode told) {

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
        return told.path("parameters")
                .valueStream()
                .map(parameter -> new Parameter(
                        parameter.path("name").asString(),
                        parameter.path("in").asString(),
                        parameter.path("required").asBoolean(false),
                        resolved(parameter.path("schema"))))
                .toList();
    }

    /** The media types in which a body is taken; empty where there is none. */
    Set<String> types() {
        return new TreeSet<>(told.at("/requestBody/content").propertyNames());
    }

    JsonNode body() {
        return resolved(told.at("/requestBody/content").iterator().next().path("schema"));
    }

    /** The answer to a status as it is documented; missing where it is not. */
    JsonNode answer(int status) {
        return told.at("/responses").path(String.valueOf(status));
    }

    /** What a reference refers to; of several alternatives the first. */
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
