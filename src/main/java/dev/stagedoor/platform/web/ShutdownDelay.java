package dev.stagedoor.platform.web;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import dev.stagedoor.platform.job.ConditionalOnServing;
import java.time.Duration;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Before the service stops it answers on for a while. {@code /readyz} fails by then, so a load balancer that watches it
 * has sent its requests elsewhere when no new one is accepted any more.
 */
@Slf4j
@Component
@ConditionalOnServing
class ShutdownDelay implements SmartLifecycle {

    private final Duration time;
    private volatile boolean isRunning;

    ShutdownDelay(@Value("${stagedoor.drain}") Duration time) {
        if (time.isNegative()) {
            throw new InvalidConfigurationException("STAGEDOOR_DRAIN", "must not be negative");
        }
        this.time = time;
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        isRunning = false;
        if (!time.isZero()) {
            pause();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /** Before the web server. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }

    private void pause() {
        log.info("Not ready any more; new requests are answered for another {} s", time.toSeconds());
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
