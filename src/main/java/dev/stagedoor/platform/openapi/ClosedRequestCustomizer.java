package dev.stagedoor.platform.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;

/** Sets {@code additionalProperties: false} on request schemas, because requests with unknown fields are rejected. */
@RequiredArgsConstructor
final class ClosedRequestCustomizer {

    private final Samples samples;
    private final Set<Schema<?>> closed = new HashSet<>();

    void close(Schema<?> reference) {
        var schema = samples.resolved(reference);
        if (schema.getItems() != null) {
            close(schema.getItems());
        }
        if (schema.getProperties() != null && closed.add(schema)) {
            schema.setAdditionalProperties(false);
            schema.getProperties().values().forEach(this::close);
        }
    }
}
