package dev.stagedoor.platform.openapi;

import dev.stagedoor.support.Yaml;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The types of all request and response fields, including null. The comparison library overlooks changes of nullability and
 * of lists to other types.
 */
final class WireTypes {

    private final JsonNode document;
    private final Map<Field, Set<String>> types = new TreeMap<>();

    private WireTypes(JsonNode document) {
        this.document = document;
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    var name = method.toUpperCase(Locale.ROOT) + " " + path;
                    operation
                            .path("parameters")
                            .forEach(parameter -> collect(
                                    new Field(name, true, parameter.path("name").asString()),
                                    parameter.path("schema"),
                                    List.of()));
                    contents(name, true, operation.path("requestBody"));
                    operation.path("responses").forEachEntry((status, response) -> contents(name, false, response));
                }));
    }

    static WireTypes of(String document) {
        return new WireTypes(Yaml.read(document));
    }

    /** Returns the operations that accept fewer types, or return more types, in the newer document. */
    Set<String> brokenBy(WireTypes newer) {
        var broken = new TreeSet<String>();
        types.forEach((field, before) -> {
            var after = newer.types.getOrDefault(field, before);
            if (!(field.isRequest() ? after.containsAll(before) : before.containsAll(after))) {
                broken.add(field.operation());
            }
        });
        return broken;
    }

    private void contents(String operation, boolean isRequest, JsonNode holder) {
        holder.path("content")
                .forEachEntry((media, content) ->
                        collect(new Field(operation, isRequest, media), content.path("schema"), List.of()));
    }

    private void collect(Field field, JsonNode schema, Collection<String> visited) {
        var reference = schema.path("$ref").asString("");
        if (visited.contains(reference)) {
            return;
        }
        var path = new HashSet<>(visited);
        if (!reference.isEmpty()) {
            path.add(reference);
            collect(field, document.at(reference.substring(1)), path);
        }
        types.computeIfAbsent(field, unknown -> new HashSet<>()).addAll(typesOf(schema));
        schema.path("anyOf").forEach(either -> collect(field, either, path));
        schema.path("properties").forEachEntry((name, property) -> collect(field.of(name), property, path));
        if (schema.has("items")) {
            collect(field.of("[]"), schema.path("items"), path);
        }
    }

    private static Set<String> typesOf(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray()
                ? type.valueStream().map(JsonNode::asString).collect(Collectors.toSet())
                : type.isString() ? Set.of(type.asString()) : Set.of();
    }

    private record Field(String operation, boolean isRequest, String path) implements Comparable<Field> {

        Field of(String name) {
            return new Field(operation, isRequest, path + "/" + name);
        }

        @Override
        public int compareTo(Field other) {
            return toString().compareTo(other.toString());
        }
    }
}
