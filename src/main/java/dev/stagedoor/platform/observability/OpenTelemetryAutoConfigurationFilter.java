package dev.stagedoor.platform.observability;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Leaves out OpenTelemetry where no endpoint is named that would get something. Spring Boot would make all of it at each
 * start, and send metrics to a collector on this machine that there may not be.
 */
class OpenTelemetryAutoConfigurationFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String METRICS =
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsExportAutoConfiguration";
    private static final List<String> TRACES =
            List.of("org.springframework.boot.micrometer.tracing.", "org.springframework.boot.opentelemetry.");

    private static final String METRICS_ENDPOINT = "management.otlp.metrics.export.url";
    private static final String TRACES_ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(String[] configurations, AutoConfigurationMetadata metadata) {
        var wanted = new boolean[configurations.length];
        for (var i = 0; i < wanted.length; i++) {
            wanted[i] = configurations[i] == null || isWanted(configurations[i]);
        }
        return wanted;
    }

    private boolean isWanted(String configuration) {
        if (configuration.equals(METRICS)) {
            return isNamed(METRICS_ENDPOINT);
        }
        return TRACES.stream().noneMatch(configuration::startsWith) || isNamed(TRACES_ENDPOINT);
    }

    private boolean isNamed(String endpoint) {
        return StringUtils.hasText(environment.getProperty(endpoint));
    }
}
