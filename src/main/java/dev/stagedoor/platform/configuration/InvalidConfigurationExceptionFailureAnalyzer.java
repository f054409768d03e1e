package dev.stagedoor.platform.configuration;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Goes before Spring Boot's own analyzers, which show values and name properties that nobody has set. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
final class InvalidConfigurationExceptionFailureAnalyzer implements FailureAnalyzer {

    private final Environment environment;

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        return new InvalidConfigurationFailureAnalyzer(environment)
                .sentence(failure)
                .map(sentence -> new FailureAnalysis(sentence, null, failure))
                .orElse(null);
    }
}
