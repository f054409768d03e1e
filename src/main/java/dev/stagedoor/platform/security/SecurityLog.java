package dev.stagedoor.platform.security;

import dev.stagedoor.platform.persistence.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Writes security events, one line each, to the logger {@code stagedoor.security}: as {@code key=value} in the message
 * and as fields of a structured log. The request id comes with the line; no secret and no personal data does. It counts
 * them too.
 */
@Component
public class SecurityLog {

    /** Where the request's address stands while it is handled. */
    public static final String CLIENT_KEY = "client";

    /** Where the calling account's id stands meanwhile. */
    public static final String USER_KEY = "userId";

    private static final Logger LOG = LoggerFactory.getLogger("stagedoor.security");

    private final Map<SecurityEvent, Counter> counters = new EnumMap<>(SecurityEvent.class);

    SecurityLog(MeterRegistry meters) {
        for (var event : SecurityEvent.values()) {
            counters.put(event, meters.counter("stagedoor.security.events", "event", event.code()));
        }
    }

    public void record(SecurityEvent event, UUID userId) {
        record(event, userId, Map.of());
    }

    /** Once the transaction has committed, where there is one. {@code userId} may be null. */
    public void record(SecurityEvent event, UUID userId, Map<String, ?> facts) {
        var all = new TreeMap<String, Object>(facts);
        if (userId != null) {
            all.put(USER_KEY, userId);
        }
        if (MDC.get(CLIENT_KEY) != null) {
            all.put(CLIENT_KEY, MDC.get(CLIENT_KEY));
        }
        AfterCommit.run(() -> write(event, all));
    }

    /** A structured log refuses a line whose facts the request's own repeat, so these stand back meanwhile. */
    private void write(SecurityEvent event, Map<String, Object> facts) {
        counters.get(event).increment();
        var request = MDC.getCopyOfContextMap();
        facts.keySet().forEach(MDC::remove);
        try {
            tell(event, facts);
        } finally {
            MDC.setContextMap(request == null ? Map.of() : request);
        }
    }

    private static void tell(SecurityEvent event, Map<String, Object> facts) {
        var line = LOG.atLevel(event.level()).addKeyValue("event", event.code());
        facts.forEach((key, value) -> line.addKeyValue(key, value));
        line.log(facts.entrySet().stream()
                .map(fact -> " " + fact.getKey() + "=" + fact.getValue())
                .collect(Collectors.joining("", "event=" + event.code(), "")));
    }
}
