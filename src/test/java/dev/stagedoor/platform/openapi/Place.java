package dev.stagedoor.platform.openapi;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An element of an OpenAPI document with its JSON pointer. */
record Place(String document, String pointer, JsonNode node) {

    Place at(String name) {
        var step = name.replace("~", "~0").replace("/", "~1");
        return new Place(document, pointer + "/" + step, node.path(name));
    }

    /** The properties of an object or the elements of a list. */
    Stream<Place> parts() {
        return node.isArray()
                ? Stream.iterate(0, index -> index < node.size(), index -> index + 1)
                        .map(index -> new Place(document, pointer + "/" + index, node.get(index.intValue())))
                : node.propertyNames().stream().map(this::at);
    }

    String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    boolean has(String name) {
        return node.has(name);
    }

    String text(String name) {
        return node.path(name).asString("");
    }

    /** Whether a schema allows this type. */
    boolean allowsType(String type) {
        var types = node.path("type");
        return types.isArray()
                ? types.valueStream().anyMatch(one -> one.asString().equals(type))
                : types.asString("").equals(type);
    }

    @Override
    public String toString() {
        return document + pointer;
    }
}
