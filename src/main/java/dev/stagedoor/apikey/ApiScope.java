package dev.stagedoor.apikey;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;

@Schema(enumAsRef = true, description = "A permission of an API key")
public enum ApiScope {
    /** Write companies and activities. */
    @JsonProperty("catalog:write")
    CATALOG_WRITE("catalog:write"),
    /** Read the statistics of one company. */
    @JsonProperty("analytics:read")
    ANALYTICS_READ("analytics:read");

    private final String wireName;

    ApiScope(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    static ApiScope of(String wireName) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
