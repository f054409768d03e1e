package dev.stagedoor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads YAML with the library that writes the OpenAPI documents. */
public final class Yaml {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Yaml() {}

    public static JsonNode read(String yaml) {
        try {
            return JSON.readTree(
                    io.swagger.v3.core.util.Yaml.mapper().readTree(yaml).toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
