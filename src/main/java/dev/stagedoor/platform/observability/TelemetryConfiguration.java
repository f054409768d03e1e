package dev.stagedoor.platform.observability;

import dev.stagedoor.platform.web.RequestId;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** Traces contain the route, status and id of a request. */
@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {

    @Bean
    ServerRequestObservationConvention requestsWithoutUrl() {
        return new WithoutUrl();
    }

    /** The URL may contain personal data or a token. */
    private static final class WithoutUrl extends DefaultServerRequestObservationConvention {

        @Override
        public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
            return KeyValues.of(KeyValue.of("request.id", String.valueOf(RequestId.current())));
        }
    }
}
