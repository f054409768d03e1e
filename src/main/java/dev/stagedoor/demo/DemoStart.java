package dev.stagedoor.demo;

import dev.stagedoor.platform.job.ConditionalOnServing;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Creates the demo data after startup, when the application runners have created the first admin. */
@Slf4j
@Component
@ConditionalOnServing
@RequiredArgsConstructor
class DemoStart {

    private final DemoDataCondition demo;
    private final DemoData data;

    @Order(1)
    @EventListener(ApplicationReadyEvent.class)
    void create() {
        if (demo.isEnabled() && data.create()) {
            report();
        }
    }

    private void report() {
        if (demo.isEmbedded()) {
            log.info("Created the demo data");
        } else {
            log.warn("Created the demo data. It contains an admin with a public password: do not expose this service");
        }
    }
}
