package dev.stagedoor.platform.security;

import dev.stagedoor.platform.persistence.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Logs and counts security events. The logger is {@code stagedoor.security}. Each event is one line with {@code key=value}
 * pairs, which are also fields of structured logs. Events contain no secrets and no personal data.
 */
@Component
public class SecurityLog {

    /** The MDC key of the client address. */
    public static final String CLIENT_KEY = "client";

    /** The MDC key of the user id. */
    public static final String USER_KEY = "userId";

    private static final Logger LOG = LoggerFactory.getLogger("stagedoor.security");

    private final Map<SecurityEvent, Counter> counters = new EnumMap<>(SecurityEvent.class);

    SecurityLog(MeterRegistry meters) {
        for (var event : SecurityEvent.values()) {
            counters.put(event, meters.counter("stagedoor.security.events", "event", event.code()));
        }
    }

    public void record(SecurityEvent event, @Nullable UUID userId) {
        record(event, userId, Map.of());
    }

    /** Logs the event, after the commit if a transaction is active. {@code userId} may be null. */
    public void record(SecurityEvent event, @Nullable UUID userId, Map<String, ?> details) {
        var all = new TreeMap<String, Object>(details);
        if (userId != null) {
            all.put(USER_KEY, userId);
        }
        if (MDC.get(CLIENT_KEY) != null) {
            all.put(CLIENT_KEY, MDC.get(CLIENT_KEY));
        }
        AfterCommit.run(() -> write(event, all));
    }

    /** Removes equal MDC keys temporarily, because structured logging rejects duplicate fields. */
    private void write(SecurityEvent event, Map<String, Object> details) {
        Objects.requireNonNull(counters.get(event)).increment();
        var context = MDC.getCopyOfContextMap();
        details.keySet().forEach(MDC::remove);
        try {
            log(event, details);
        } finally {
            MDC.setContextMap(context == null ? Map.of() : context);
        }
    }

    private static void log(SecurityEvent event, Map<String, Object> details) {
        var line = LOG.atLevel(event.level()).addKeyValue("event", event.code());
        details.forEach((key, value) -> line.addKeyValue(key, value));
        line.log(details.entrySet().stream()
                .map(detail -> " " + detail.getKey() + "=" + detail.getValue())
                .collect(Collectors.joining("", "event=" + event.code(), "")));
    }
}
