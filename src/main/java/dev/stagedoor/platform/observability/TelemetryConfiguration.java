package dev.stagedoor.platform.observability;

import dev.stagedoor.platform.web.RequestId;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** What a trace tells of a request: its route, its status and its id. */
@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {

    @Bean
    ServerRequestObservationConvention requestsWithoutTheirAddress() {
        return new WithoutAddress();
    }

    /** The address that was asked for may hold anything: somebody's email, or a token. */
    private static final class WithoutAddress extends DefaultServerRequestObservationConvention {

        @Override
        public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
            return KeyValues.of(KeyValue.of("request.id", String.valueOf(RequestId.current())));
        }
    }
}
