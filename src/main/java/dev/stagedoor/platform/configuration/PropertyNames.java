package dev.stagedoor.platform.configuration;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Finds the name under which the operator configured a property, for example an environment variable. */
@RequiredArgsConstructor
final class PropertyNames {

    /** {@code ${DB_POOL_SIZE:20}} */
    private static final Pattern PLACEHOLDER = Pattern.compile("^\\$\\{([A-Z0-9_]+)(?::.*)?}$");

    private final Environment environment;

    String of(BindException failure) {
        var property = failure.getProperty();
        return property == null ? failure.getName().toString() : of(property);
    }

    String of(String property) {
        return of(ConfigurationPropertyName.adapt(property, '.'));
    }

    String of(ConfigurationPropertyName prefix, ObjectError error) {
        if (!(error instanceof FieldError field)) {
            return prefix.toString();
        }
        return of(ConfigurationPropertyName.adapt(prefix + "." + kebab(field.getField()), '.'));
    }

    private String of(ConfigurationPropertyName name) {
        for (var source : ConfigurationPropertySources.get(environment)) {
            var property = source.getConfigurationProperty(name);
            if (property != null) {
                return of(property);
            }
        }
        return name.toString();
    }

    private static String of(ConfigurationProperty property) {
        var placeholder = PLACEHOLDER.matcher(Objects.toString(property.getValue()));
        if (placeholder.matches()) {
            return placeholder.group(1);
        }
        return Origin.from(property) instanceof PropertySourceOrigin origin
                        && origin.getPropertySource() instanceof SystemEnvironmentPropertySource
                ? origin.getPropertyName()
                : property.getName().toString();
    }

    private static String kebab(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
