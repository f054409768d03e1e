package dev.stagedoor.platform.openapi;

import dev.stagedoor.support.ClosedSchemas;
import dev.stagedoor.support.Contract;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A parsed OpenAPI document of the repository. */
final class Document {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Place root;
    private final ClosedSchemas closed;

    private Document(String surface) {
        this.root = new Place(surface, "", Contract.document(surface));
        this.closed = new ClosedSchemas(root.node());
    }

    static List<Document> all() {
        return Contract.SURFACES.stream().map(Document::new).toList();
    }

    Place root() {
        return root;
    }

    Stream<Place> operations() {
        return root.at("paths").parts().flatMap(Place::parts);
    }

    Stream<Place> parameters() {
        return operations().flatMap(operation -> operation.at("parameters").parts());
    }

    Stream<Place> responses() {
        return operations().flatMap(operation -> operation.at("responses").parts());
    }

    /** The contents of requests and responses, by media type. */
    Stream<Place> contents() {
        return Stream.concat(
                bodies(), responses().flatMap(response -> response.at("content").parts()));
    }

    private Stream<Place> bodies() {
        return operations()
                .flatMap(operation -> operation.at("requestBody").at("content").parts());
    }

    /** The named schemas. */
    Stream<Place> schemas() {
        return root.at("components").at("schemas").parts();
    }

    /** The named schemas in requests. */
    Stream<Place> requestSchemas() {
        return reachable(bodies());
    }

    /** The named schemas in responses. */
    Stream<Place> responseSchemas() {
        return reachable(responses());
    }

    /** Validates a value against a schema, and returns the errors. */
    List<String> errors(Place schema, JsonNode value) {
        return closed.errors(schema.pointer(), value.toString());
    }

    private Stream<Place> reachable(Stream<Place> from) {
        var names = new HashSet<String>();
        from.forEach(place -> collect(place.node(), names));
        return schemas().filter(schema -> names.contains(schema.name()));
    }

    private void collect(JsonNode node, Set<String> names) {
        var reference = node.path("$ref").asString("");
        if (reference.startsWith(SCHEMAS) && names.add(reference.substring(SCHEMAS.length()))) {
            collect(root.node().at(reference.substring(1)), names);
        }
        node.forEach(child -> collect(child, names));
    }

    /** A schema and its nested anonymous schemas. */
    static Stream<Place> within(Place schema) {
        var fields = schema.at("properties").parts();
        var items = schema.has("items") ? Stream.of(schema.at("items")) : Stream.<Place>empty();
        return Stream.concat(Stream.of(schema), Stream.concat(fields, items).flatMap(Document::within));
    }
}
