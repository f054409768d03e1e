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
 * What the API's documents promise. An answer to a call of theirs must have a status, a media type, headers and a body
 * that they describe, and no field beyond; other calls are none of their business.
 */
public final class Contract {

    public static final List<String> SURFACES = List.of("client", "business", "super-admin", "catalog");

    private final List<Promise> promises;

    Contract(List<JsonNode> documents) {
        this.promises = documents.stream()
                .flatMap(Contract::promises)
                .sorted(Comparator.comparingInt(Promise::variables))
                .toList();
    }

    /** That of {@code docs/openapi}, read once. */
    static Contract ofTheService() {
        return OfTheService.CONTRACT;
    }

    /** A document of {@code docs/openapi}. */
    public static JsonNode document(String surface) {
        try {
            return Yaml.read(Files.readString(Path.of("docs/openapi", surface + ".yaml")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fails where the answer is not as promised. */
    void check(Exchange exchange) {
        var faults = faults(exchange);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("docs/openapi does not say so: " + faults + "\n" + exchange);
        }
    }

    List<String> faults(Exchange exchange) {
        return promises.stream()
                .filter(promise -> promise.isAbout(exchange))
                .findFirst()
                .map(promise -> promise.faults(exchange))
                .orElse(List.of());
    }

    private static Stream<Promise> promises(JsonNode document) {
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
