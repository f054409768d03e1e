package dev.stagedoor.platform.web;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The maximum sizes of request bodies.
 *
 * @param standard the default
 * @param paths    exceptions by exact path
 */
@ConfigurationProperties("stagedoor.http.body-limit")
record BodyLimitProperties(
        @DefaultValue("64KB") DataSize standard,
        @DefaultValue Map<String, DataSize> paths) {

    DataSize of(String path) {
        return paths.getOrDefault(path, standard);
    }
}
