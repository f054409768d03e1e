package dev.stagedoor.platform.configuration;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;

/** Reads from a failed start which setting was to blame. */
@RequiredArgsConstructor
public final class InvalidConfigurationFailureAnalyzer {

    private final Environment environment;

    /** One sentence without the setting's value; empty where no setting was to blame. */
    public Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(this::ofCause)
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> inner);
    }

    /** Null where the cause is about no setting. */
    private String ofCause(Throwable cause) {
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
            return "%s is not usable: %s.".formatted(names().of(invalid.getName()), invalid.getReason());
        }
        if (cause instanceof PortInUseException taken) {
            return sentence(taken);
        }
        if (cause instanceof FlywayValidateException) {
            return SchemaHistory.mismatch(environment);
        }
        return cause instanceof SQLException refused ? UnreachableDatabase.sentence(refused, environment) : null;
    }

    private String sentence(BindValidationException invalid) {
        var errors = invalid.getValidationErrors();
        return errors.getAllErrors().stream()
                .map(error -> names().of(errors.getName(), error) + " " + error.getDefaultMessage())
                .sorted()
                .collect(Collectors.joining("; ", "", "."));
    }

    private String sentence(PortInUseException taken) {
        var isManagement = String.valueOf(taken.getPort()).equals(environment.getProperty("management.server.port"));
        return "Port %d is taken by another process; %s chooses another one."
                .formatted(taken.getPort(), isManagement ? "MANAGEMENT_SERVER_PORT" : "SERVER_PORT");
    }

    private PropertyNames names() {
        return new PropertyNames(environment);
    }
}
