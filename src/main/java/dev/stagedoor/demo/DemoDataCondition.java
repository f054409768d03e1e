package dev.stagedoor.demo;

import dev.stagedoor.platform.persistence.embedded.EmbeddedDatabase;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Decides whether to create demo data. */
@Component
@EnableConfigurationProperties(DemoProperties.class)
@RequiredArgsConstructor
class DemoDataCondition {

    private final DemoProperties properties;
    private final ObjectProvider<EmbeddedDatabase> embedded;

    boolean isEnabled() {
        return properties.demoData() == null ? isEmbedded() : properties.demoData();
    }

    boolean isEmbedded() {
        return embedded.getIfAvailable() != null;
    }
}
