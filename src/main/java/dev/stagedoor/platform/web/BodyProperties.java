package dev.stagedoor.platform.web;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of request bodies.
 *
 * @param timeout  the time within which a body must arrive completely
 * @param maxSize  the default maximum size
 * @param maxSizes exceptions by exact path
 */
@ConfigurationProperties("stagedoor.http.body")
record BodyProperties(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("64KB") DataSize maxSize,
        @DefaultValue Map<String, DataSize> maxSizes) {

    DataSize maxSize(String path) {
        return maxSizes.getOrDefault(path, maxSize);
    }
}
