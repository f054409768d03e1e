package dev.stagedoor.demo;

import dev.stagedoor.account.RegistrationService;
import dev.stagedoor.platform.job.ConditionalOnServing;
import dev.stagedoor.platform.persistence.embedded.EmbeddedDatabase;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Creates the demo data after startup, and logs the notice on the embedded database. */
@Slf4j
@Component
@ConditionalOnServing
@EnableConfigurationProperties(DemoProperties.class)
@RequiredArgsConstructor
class DemoStart {

    private final DemoProperties properties;
    private final DemoData data;
    private final RegistrationService registrations;
    private final ObjectProvider<EmbeddedDatabase> embedded;
    private final Environment environment;

    /** The application runners have created the first admin before this event. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var database = embedded.getIfAvailable();
        var isEnabled = properties.isEnabled(database != null);
        if (isEnabled && data.create(registrations::register)) {
            report(database != null);
        }
        if (database != null) {
            var address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
            log.info("{}", StartupNotice.text(address, database.dataDirectory(), isEnabled && data.exists()));
        }
    }

    private static void report(boolean isEmbedded) {
        if (isEmbedded) {
            log.info("Created the demo data");
        } else {
            log.warn(
                    "Created the demo data. It contains an admin with a public password and a public API key: do not expose this service");
        }
    }
}
