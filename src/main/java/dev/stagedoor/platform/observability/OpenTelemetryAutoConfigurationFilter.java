package dev.stagedoor.platform.observability;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Excludes the OpenTelemetry auto-configurations whose endpoint is not configured. Otherwise Spring Boot would create all
 * beans at every start and send metrics to localhost.
 */
class OpenTelemetryAutoConfigurationFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String METRICS =
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsExportAutoConfiguration";
    private static final List<String> TRACES =
            List.of("org.springframework.boot.micrometer.tracing.", "org.springframework.boot.opentelemetry.");

    private static final String METRICS_ENDPOINT = "management.otlp.metrics.export.url";
    private static final String TRACES_ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(String[] configurations, AutoConfigurationMetadata metadata) {
        var matches = new boolean[configurations.length];
        for (var i = 0; i < matches.length; i++) {
            matches[i] = configurations[i] == null || isEnabled(configurations[i]);
        }
        return matches;
    }

    private boolean isEnabled(String configuration) {
        if (configuration.equals(METRICS)) {
            return isConfigured(METRICS_ENDPOINT);
        }
        return TRACES.stream().noneMatch(configuration::startsWith) || isConfigured(TRACES_ENDPOINT);
    }

    private boolean isConfigured(String endpoint) {
        return environment != null && StringUtils.hasText(environment.getProperty(endpoint));
    }
}
