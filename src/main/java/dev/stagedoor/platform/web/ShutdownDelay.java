package dev.stagedoor.platform.web;

import dev.stagedoor.platform.configuration.DurationUnitAdvisor;
import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import dev.stagedoor.platform.job.ConditionalOnServing;
import java.time.Duration;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Delays the shutdown. {@code /readyz} fails during the delay while requests are still accepted, so that load balancers can
 * route requests to other instances.
 */
@Slf4j
@Component
@ConditionalOnServing
class ShutdownDelay implements SmartLifecycle {

    private final Duration delay;
    private volatile boolean isRunning;

    ShutdownDelay(@Value("${stagedoor.drain}") Duration delay, @Value("${stagedoor.drain}") String text) {
        DurationUnitAdvisor.requireUnit("STAGEDOOR_DRAIN", text);
        if (delay.isNegative()) {
            throw new InvalidConfigurationException("STAGEDOOR_DRAIN", "must not be negative");
        }
        this.delay = delay;
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        isRunning = false;
        if (!delay.isZero()) {
            await();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /** Stops before the web server. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }

    private void await() {
        log.info("Shutting down; accepting requests for another {} s", delay.toSeconds());
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
