package dev.stagedoor.access;

import dev.stagedoor.platform.job.ConditionalOnServing;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Reads the signing keys regularly, so that a rotation takes effect on all instances. Uses its own thread, because scheduled
 * tasks that take long would delay the end of a leaked key.
 */
@Slf4j
@Component
@ConditionalOnServing
class SigningKeyRefresh implements DisposableBean {

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var daemon = new Thread(task, "signing-keys");
        daemon.setDaemon(true);
        return daemon;
    });

    SigningKeyRefresh(
            SigningKeys keys,
            SigningKeyStore store,
            KeyEncryption encryption,
            Environment environment,
            @Value("${stagedoor.access.signing-key-refresh}") Duration interval) {
        if (!encryption.isConfigured() && environment.acceptsProfiles(Profiles.of("prod"))) {
            log.warn("STAGEDOOR_ENCRYPTION_KEY is not set: the private keys in the database are not encrypted");
        }
        if (!keys.isConfigured()) {
            store.encryptAll();
            thread.scheduleWithFixedDelay(
                    keys::refresh, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
