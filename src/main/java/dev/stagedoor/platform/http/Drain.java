package dev.stagedoor.platform.http;

import dev.stagedoor.platform.job.ConditionalOnServing;
import dev.stagedoor.platform.setting.InvalidSettingException;
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
class Drain implements SmartLifecycle {

    private final Duration time;
    private volatile boolean isRunning;

    Drain(@Value("${stagedoor.drain}") Duration time) {
        if (time.isNegative()) {
            throw new InvalidSettingException("STAGEDOOR_DRAIN", "must not be negative");
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
