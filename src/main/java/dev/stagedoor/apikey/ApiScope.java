package dev.stagedoor.apikey;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.platform.web.strict.WireNames;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(enumAsRef = true, description = "A permission of an API key")
public enum ApiScope {
    /** Write companies and activities. */
    @JsonProperty("catalog:write")
    CATALOG_WRITE,
    /** Read the statistics of one company. */
    @JsonProperty("analytics:read")
    ANALYTICS_READ,
    /** Ask whether users may be notified. */
    @JsonProperty("notifications:decide")
    NOTIFICATIONS_DECIDE,
    /** Read addresses and push tokens of users that may be notified, and report invalid push tokens. */
    @JsonProperty("notifications:deliver")
    NOTIFICATIONS_DELIVER;

    String wireName() {
        return WireNames.of(this);
    }

    static ApiScope of(String wireName) {
        return WireNames.find(ApiScope.class, wireName).orElseThrow();
    }
}
