package dev.stagedoor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.platform.persistence.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class DemoPropertiesTests {

    private final ApplicationContextRunner elsewhere =
            new ApplicationContextRunner().withUserConfiguration(Configuration.class);

    private final ApplicationContextRunner embedded =
            elsewhere.withBean(EmbeddedDatabase.class, () -> new EmbeddedDatabase(Path.of("data")));

    @Test
    void externalDatabaseDisablesDemoData() {
        elsewhere.run(context -> assertThat(isOn(context)).isFalse());
        embedded.run(context -> assertThat(isOn(context)).isTrue());
    }

    @Test
    void blankPropertyUsesTheDefault() {
        var blank = "stagedoor.demo-data=";
        elsewhere
                .withPropertyValues(blank)
                .run(context -> assertThat(isOn(context)).isFalse());
        embedded.withPropertyValues(blank)
                .run(context -> assertThat(isOn(context)).isTrue());
    }

    @Test
    void propertyOverridesTheDefault() {
        elsewhere
                .withPropertyValues("stagedoor.demo-data=true")
                .run(context -> assertThat(isOn(context)).isTrue());
        embedded.withPropertyValues("stagedoor.demo-data=false")
                .run(context -> assertThat(isOn(context)).isFalse());
    }

    private static boolean isOn(ApplicationContext context) {
        return context.getBean(DemoProperties.class)
                .isEnabled(context.getBeanProvider(EmbeddedDatabase.class).getIfAvailable() != null);
    }

    @EnableConfigurationProperties(DemoProperties.class)
    static class Configuration {}
}
