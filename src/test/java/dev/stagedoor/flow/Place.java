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

/** A place in a JSON body: the body itself, a field of an object or an entry of a list. */
record Place(JsonNode body, JsonPointer at) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Every place of a body, the body itself first. */
    static Stream<Place> of(String body) {
        return new Place(JSON.readTree(body), JsonPointer.empty()).andBelow();
    }

    JsonNode value() {
        return body.at(at);
    }

    /** What stands here, as JSON. */
    String json() {
        return JSON.writeValueAsString(value());
    }

    /** Its name as a fault spells it, such as {@code languages[0].level}. */
    String field() {
        return at.toString().replaceAll("/(\\d+)", "[$1]").replace('/', '.').replaceFirst("^\\.", "");
    }

    /** The name of a field of the object that stands here, as a fault spells it. */
    String field(String name) {
        return at.equals(JsonPointer.empty()) ? name : field() + "." + name;
    }

    boolean isBelow(String pointer) {
        return at.toString().startsWith(pointer + "/");
    }

    boolean isWithin(String pointer) {
        return at.toString().equals(pointer) || isBelow(pointer);
    }

    /** The whole body with something else in this place; it is written as it is, JSON or not. */
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

    /** The whole body with one more field before those of the object that stands here. */
    String withFirst(String name, String raw) {
        return with("{%s:%s,%s".formatted(JSON.writeValueAsString(name), raw, json().substring(1)));
    }

    /** The whole body with one more field after those of the object that stands here. */
    String withLast(String name, String raw) {
        return with("%s,%s:%s}".formatted(json().replaceFirst("}$", ""), JSON.writeValueAsString(name), raw));
    }

    private Stream<Place> andBelow() {
        return Stream.concat(Stream.of(this), children().flatMap(Place::andBelow));
    }

    private Stream<Place> children() {
        return value().isArray()
                ? IntStream.range(0, value().size()).mapToObj(index -> new Place(body, at.appendIndex(index)))
                : value().propertyNames().stream().map(name -> new Place(body, at.appendProperty(name)));
    }
}
