package dev.stagedoor.apikey;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;

/** What a key of a service may do. */
@Schema(enumAsRef = true, description = "What a key of a service may do")
public enum ApiScope {
    /** Push companies and activities. */
    @JsonProperty("catalog:write")
    CATALOG_WRITE("catalog:write"),
    /** Read the figures of one company. */
    @JsonProperty("analytics:read")
    ANALYTICS_READ("analytics:read");

    private final String wire;

    ApiScope(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    static ApiScope of(String wire) {
        return Arrays.stream(values())
                .filter(scope -> scope.wire.equals(wire))
                .findFirst()
                .orElseThrow();
    }
}
