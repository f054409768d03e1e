package dev.stagedoor.demo;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes the demo data when the service starts; by then the runners are through, and a first admin is made. */
@Slf4j
@Component
@RequiredArgsConstructor
class DemoStart {

    private final DemoSwitch demo;
    private final DemoData data;
    private final Environment environment;

    @Order(1)
    @EventListener(ApplicationReadyEvent.class)
    void make() {
        if (isServing() && demo.isOn() && data.make()) {
            report();
        }
    }

    /** A job serves nobody, and makes nothing but what it is for. */
    private boolean isServing() {
        return environment.containsProperty(StartNotice.PORT);
    }

    private void report() {
        if (demo.isEmbedded()) {
            log.info("Made the demo data");
        } else {
            log.warn("Made the demo data, with an admin whose password everybody knows: keep others out of here");
        }
    }
}
