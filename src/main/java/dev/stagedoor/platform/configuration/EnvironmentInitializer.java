package dev.stagedoor.platform.configuration;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.StringUtils;

/**
 * Trims environment variables, reads those of hosting providers, and moves credentials from database URLs to their own
 * properties, because drivers and connection pools log URLs.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class EnvironmentInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Also the name of the property source, which exists only if the variable is used. */
    static final String DATABASE_URL = "DATABASE_URL";

    private static final String PORT = "PORT";
    private static final String DRIVER_URL = "jdbc:";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        trimVariables(environment);
        moveCredentials(environment, "SPRING_DATASOURCE_URL", "spring.datasource.url", "spring.datasource.username");
        moveCredentials(environment, "SPRING_FLYWAY_URL", "spring.flyway.url", "spring.flyway.user");
        if (isPackaged()) {
            readHostingVariables(environment);
        }
    }

    /** Values of files and secret stores often end with a line break. */
    private static void trimVariables(ConfigurableEnvironment environment) {
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        if (environment.getPropertySources().get(name) instanceof SystemEnvironmentPropertySource variables) {
            var trimmed = new HashMap<>(variables.getSource());
            trimmed.replaceAll((variable, value) -> value instanceof String text ? text.strip() : value);
            environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, trimmed));
        }
    }

    private static void moveCredentials(
            ConfigurableEnvironment environment, String setting, String urlProperty, String userProperty) {
        var url = environment.getProperty(urlProperty, "");
        if (url.startsWith(DRIVER_URL + "postgresql:") && !isAccepted(url)) {
            throw DatabaseUrl.invalid(setting);
        }
        if (StringUtils.hasText(url) && (!url.startsWith(DRIVER_URL) || hasCredentials(url))) {
            var database = DatabaseUrl.parse(setting, url);
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(setting, Map.of(urlProperty, database.jdbcUrl())));
            addCredentials(environment, setting + " credentials", database, userProperty);
        }
    }

    /** The pool would log a URL that the driver does not accept. */
    private static boolean isAccepted(String url) {
        try {
            return hasCredentials(url) || DriverManager.getDriver(url) != null;
        } catch (SQLException noDriver) {
            return false;
        }
    }

    private static boolean hasCredentials(String url) {
        return url.startsWith("jdbc:postgresql://") && url.split("[?]", 2)[0].contains("@");
    }

    /** The sources of the project ignore the variables of the machine, which may belong to another application. */
    private static boolean isPackaged() {
        var source = new ApplicationHome(EnvironmentInitializer.class).getSource();
        return source != null && source.isFile();
    }

    private static void readHostingVariables(ConfigurableEnvironment environment) {
        var url = environment.getProperty(DATABASE_URL, "");
        if (StringUtils.hasText(url) && !StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            var database = DatabaseUrl.parse(DATABASE_URL, url);
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(DATABASE_URL, Map.of("spring.datasource.url", database.jdbcUrl())));
            addCredentials(environment, DATABASE_URL + " credentials", database, "spring.datasource.username");
        }
        if (StringUtils.hasText(environment.getProperty(PORT))) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(PORT, Map.of("SERVER_PORT", "${" + PORT + "}")));
        }
    }

    /** Separately configured credentials have precedence. */
    private static void addCredentials(
            ConfigurableEnvironment environment, String source, DatabaseUrl database, String userProperty) {
        var credentials = new HashMap<String, Object>();
        if (database.username() != null) {
            credentials.put(userProperty, database.username());
        }
        if (database.password() != null) {
            credentials.put(userProperty.replaceAll("user(name)?$", "password"), database.password());
        }
        environment.getPropertySources().addLast(new MapPropertySource(source, credentials));
    }
}
