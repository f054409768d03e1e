package dev.stagedoor.platform.configuration;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Precedes the analyzers of Spring Boot, which print values and the names of internal properties. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
final class InvalidConfigurationExceptionFailureAnalyzer implements FailureAnalyzer {

    private final Environment environment;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return new InvalidConfigurationFailureAnalyzer(environment)
                .sentence(failure)
                .map(sentence -> new FailureAnalysis(sentence, null, failure))
                .orElse(null);
    }
}
