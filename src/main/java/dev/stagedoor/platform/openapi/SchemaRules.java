package dev.stagedoor.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/**
 * Marks all fields of response schemas as required, because responses never omit a field. Closes request schemas, because
 * requests with unknown fields are rejected.
 */
@RequiredArgsConstructor
final class SchemaRules {

    /**
     * The errors are present only with {@code validation-failed}, bounds only with rules that have them, and destinations only
     * for their channel.
     */
    private static final Set<String> OPTIONAL = Set.of(
            "ProblemDto.errors",
            "FieldErrorDto.min",
            "FieldErrorDto.max",
            "FieldErrorDto.allowed",
            "DeliverToDto.email",
            "DeliverToDto.registrations",
            "DeliverToDto.unsubscribe");

    private final Samples samples;

    void apply(Stream<Operation> operations) {
        Set<Schema<?>> requests = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Schema<?>> responses = Collections.newSetFromMap(new IdentityHashMap<>());
        operations.forEach(operation -> {
            if (operation.getRequestBody() != null) {
                collect(operation.getRequestBody().getContent(), requests);
            }
            operation.getResponses().values().forEach(response -> collect(response.getContent(), responses));
        });
        requests.forEach(schema -> schema.setAdditionalProperties(false));
        responses.removeAll(requests);
        responses.forEach(SchemaRules::requireFields);
    }

    private static void requireFields(Schema<?> schema) {
        var required = new TreeSet<>(schema.getProperties().keySet());
        required.removeIf(field -> OPTIONAL.contains(schema.getName() + "." + field));
        schema.setRequired(new ArrayList<>(required));
    }

    private void collect(Content content, Set<Schema<?>> schemas) {
        if (content != null) {
            content.values().forEach(media -> collect(media.getSchema(), schemas));
        }
    }

    private void collect(Schema<?> reference, Set<Schema<?>> schemas) {
        if (reference == null) {
            return;
        }
        var schema = samples.resolved(reference);
        collect(schema.getItems(), schemas);
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(alternative -> collect(alternative, schemas));
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            collect(values, schemas);
        }
        if (schema.getProperties() != null && schemas.add(schema)) {
            schema.getProperties().values().forEach(property -> collect(property, schemas));
        }
    }
}
