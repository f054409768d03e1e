package dev.stagedoor.flow;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** An element of a JSON body: the body itself, a field of an object or an entry of a list. */
record Place(JsonNode body, JsonPointer at) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** All elements of a body, starting with the body itself. */
    static Stream<Place> of(String body) {
        return new Place(JSON.readTree(body), JsonPointer.empty()).withDescendants();
    }

    JsonNode value() {
        return body.at(at);
    }

    /** The value as JSON. */
    String json() {
        return JSON.writeValueAsString(value());
    }

    /** The name in field errors, such as {@code languages[0].level}. */
    String field() {
        return at.toString().replaceAll("/(\\d+)", "[$1]").replace('/', '.').replaceFirst("^\\.", "");
    }

    /** The name of a field of this object in field errors. */
    String field(String name) {
        return at.equals(JsonPointer.empty()) ? name : field() + "." + name;
    }

    boolean isBelow(String pointer) {
        return at.toString().startsWith(pointer + "/");
    }

    boolean isWithin(String pointer) {
        return at.toString().equals(pointer) || isBelow(pointer);
    }

    /** Returns the whole body with this element replaced by raw text, which need not be JSON. */
    String with(String raw) {
        var value = JsonNodeFactory.instance.rawValueNode(new RawValue(raw));
        if (at.equals(JsonPointer.empty())) {
            return raw;
        }
        var copy = body.deepCopy();
        if (copy.at(at.head()) instanceof ObjectNode object) {
            object.set(at.last().getMatchingProperty(), value);
        } else if (copy.at(at.head()) instanceof ArrayNode list) {
            list.set(at.last().getMatchingIndex(), value);
        }
        return JSON.writeValueAsString(copy);
    }

    /** Returns the whole body with an additional first field of this object. */
    String withFirst(String name, String raw) {
        return with("{%s:%s,%s".formatted(JSON.writeValueAsString(name), raw, json().substring(1)));
    }

    /** Returns the whole body with an additional last field of this object. */
    String withLast(String name, String raw) {
        return with("%s,%s:%s}".formatted(json().replaceFirst("}$", ""), JSON.writeValueAsString(name), raw));
    }

    private Stream<Place> withDescendants() {
        return Stream.concat(Stream.of(this), children().flatMap(Place::withDescendants));
    }

    private Stream<Place> children() {
        return value().isArray()
                ? IntStream.range(0, value().size()).mapToObj(index -> new Place(body, at.appendIndex(index)))
                : value().propertyNames().stream().map(name -> new Place(body, at.appendProperty(name)));
    }
}
