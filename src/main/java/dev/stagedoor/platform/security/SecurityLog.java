package dev.stagedoor.platform.security;

import dev.stagedoor.platform.persistence.AfterCommit;
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
 * and as fields of a structured log. The request id comes with the line; no secret and no personal data does.
 */
@Component
public class SecurityLog {

    /** Where the request's address stands while it is handled. */
    public static final String CLIENT_KEY = "client";

    private static final Logger LOG = LoggerFactory.getLogger("stagedoor.security");

    public void record(SecurityEvent event, UUID userId) {
        record(event, userId, Map.of());
    }

    /** Once the transaction has committed, where there is one. {@code userId} may be null. */
    public void record(SecurityEvent event, UUID userId, Map<String, ?> facts) {
        var all = new TreeMap<String, Object>(facts);
        if (userId != null) {
            all.put("userId", userId);
        }
        if (MDC.get(CLIENT_KEY) != null) {
            all.put(CLIENT_KEY, MDC.get(CLIENT_KEY));
        }
        AfterCommit.run(() -> write(event, all));
    }

    private static void write(SecurityEvent event, Map<String, Object> facts) {
        var line = LOG.atLevel(event.level()).addKeyValue("event", event.code());
        facts.forEach((key, value) -> line.addKeyValue(key, value));
        line.log(facts.entrySet().stream()
                .map(fact -> " " + fact.getKey() + "=" + fact.getValue())
                .collect(Collectors.joining("", "event=" + event.code(), "")));
    }
}
