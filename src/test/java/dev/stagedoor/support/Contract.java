package dev.stagedoor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The OpenAPI documents. Responses of documented operations must have a documented status, media type, headers and body.
 * Other requests are not checked.
 */
public final class Contract {

    public static final List<String> SURFACES = List.of("client", "business", "super-admin", "catalog", "sender");

    private final List<Promise> responses;

    Contract(List<JsonNode> documents) {
        this.responses = documents.stream()
                .flatMap(Contract::responses)
                .sorted(Comparator.comparingInt(Promise::variables))
                .toList();
    }

    /** Returns the contract of {@code docs/openapi}, which is read once. */
    static Contract ofTheService() {
        return OfTheService.CONTRACT;
    }

    /** Reads a document of {@code docs/openapi}. */
    public static JsonNode document(String surface) {
        try {
            return Yaml.read(Files.readString(Path.of("docs/openapi", surface + ".yaml")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fails if the response is not documented. */
    void check(Exchange exchange) {
        var errors = errors(exchange);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("Not documented in docs/openapi: " + errors + "\n" + exchange);
        }
    }

    List<String> errors(Exchange exchange) {
        return responses.stream()
                .filter(response -> response.matches(exchange))
                .findFirst()
                .map(response -> response.errors(exchange))
                .orElse(List.of());
    }

    private static Stream<Promise> responses(JsonNode document) {
        var schemas = new ClosedSchemas(document);
        return document.at("/paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> new Promise(operation.getKey(), path.getKey(), document, schemas)));
    }

    private static final class OfTheService {

        private static final Contract CONTRACT =
                new Contract(SURFACES.stream().map(Contract::document).toList());
    }
}
