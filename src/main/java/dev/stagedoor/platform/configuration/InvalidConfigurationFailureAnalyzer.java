package dev.stagedoor.platform.configuration;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Finds the setting that caused a startup failure. Precedes the analyzers of Spring Boot, which print values and the names of
 * internal properties.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
public final class InvalidConfigurationFailureAnalyzer implements FailureAnalyzer {

    private final Environment environment;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return sentence(failure)
                .map(sentence -> new FailureAnalysis(sentence, null, failure))
                .orElse(null);
    }

    /** Returns one sentence without the value of the setting; empty if no setting caused the failure. */
    public Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(this::describe)
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> inner);
    }

    /** Returns null if the cause is not a setting. */
    private @Nullable String describe(Throwable cause) {
        if (cause instanceof InvalidConfigurationException invalid) {
            return invalid.getMessage();
        }
        if (cause instanceof BindValidationException invalid) {
            return sentence(invalid);
        }
        if (cause instanceof BindException unreadable) {
            return "%s %s.".formatted(names().of(unreadable), Expectations.of(unreadable));
        }
        if (cause instanceof InvalidConfigurationPropertyValueException invalid) {
            return "%s is invalid: %s.".formatted(names().of(invalid.getName()), invalid.getReason());
        }
        if (cause instanceof PortInUseException inUse) {
            return sentence(inUse);
        }
        if (cause instanceof FlywayValidateException) {
            return DatabaseFailures.historyMismatch(environment);
        }
        if (cause instanceof FlywayException && cause.getCause() == null) {
            return "The migration of the database fails: "
                    + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        }
        return cause instanceof SQLException failure ? DatabaseFailures.sentence(failure, environment) : null;
    }

    private String sentence(BindValidationException invalid) {
        var errors = invalid.getValidationErrors();
        return errors.getAllErrors().stream()
                .map(error -> names().of(errors.getName(), error) + " " + error.getDefaultMessage())
                .sorted()
                .collect(Collectors.joining("; ", "", "."));
    }

    private String sentence(PortInUseException inUse) {
        var isManagement = String.valueOf(inUse.getPort()).equals(environment.getProperty("management.server.port"));
        return "Port %s is in use by another process. Set %s to choose another port."
                .formatted(inUse.getPort(), isManagement ? "MANAGEMENT_SERVER_PORT" : "SERVER_PORT");
    }

    private PropertyNames names() {
        return new PropertyNames(environment);
    }
}
