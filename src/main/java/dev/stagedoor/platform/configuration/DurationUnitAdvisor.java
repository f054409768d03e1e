package dev.stagedoor.platform.configuration;

import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Rejects durations without a unit, which Spring Boot reads as milliseconds. Applies to the settings of this service only. */
@Component
@RequiredArgsConstructor
public final class DurationUnitAdvisor implements ConfigurationPropertiesBindHandlerAdvisor {

    private final Environment environment;

    @Override
    public BindHandler apply(BindHandler handler) {
        return new AbstractBindHandler(handler) {
            @Override
            public @Nullable Object onSuccess(
                    ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
                if (result instanceof Duration && context.getConfigurationProperty() != null) {
                    requireUnit(
                            name,
                            String.valueOf(context.getConfigurationProperty().getValue()));
                }
                return super.onSuccess(name, target, context, result);
            }
        };
    }

    /** @throws InvalidConfigurationException if the value is a number without a unit */
    public static void requireUnit(String setting, String value) {
        if (value.strip().matches("[+-]?[0-9]+")) {
            throw new InvalidConfigurationException(setting, Expectations.DURATION);
        }
    }

    private void requireUnit(ConfigurationPropertyName name, String value) {
        if (name.toString().startsWith("stagedoor.") || value.startsWith("${")) {
            requireUnit(new PropertyNames(environment).of(name.toString()), environment.resolvePlaceholders(value));
        }
    }
}
