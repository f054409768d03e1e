package dev.stagedoor.demo;

import dev.stagedoor.platform.job.ConditionalOnServing;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the demo data when the service starts; by then the runners are through, and a first admin is made. */
@Slf4j
@Component
@ConditionalOnServing
@RequiredArgsConstructor
class DemoStart {

    private final DemoDataCondition demo;
    private final DemoData data;

    @Order(1)
    @EventListener(ApplicationReadyEvent.class)
    void make() {
        if (demo.isOn() && data.make()) {
            report();
        }
    }

    private void report() {
        if (demo.isEmbedded()) {
            log.info("Made the demo data");
        } else {
            log.warn("Made the demo data, with an admin whose password everybody knows: keep others out of here");
        }
    }
}
