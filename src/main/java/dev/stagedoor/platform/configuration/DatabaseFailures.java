package dev.stagedoor.platform.configuration;

import java.sql.SQLException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Describes failures of the database at startup. */
final class DatabaseFailures {

    private DatabaseFailures() {}

    /** Returns one sentence. It contains the first line of the server's message, because the other lines can contain values. */
    static String sentence(SQLException failure, Environment environment) {
        var state = String.valueOf(failure.getSQLState());
        var url = url(environment);
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "Cannot connect to the database at %s (%s).".formatted(setting(environment), url);
        }
        if (state.startsWith("28")) {
            return "The database %s rejects %s.".formatted(url, credentials(environment));
        }
        if (state.startsWith("3D")) {
            return "The database in %s (%s) does not exist.".formatted(setting(environment), url);
        }
        var message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("no message");
        return state.equals("42501")
                ? "The database role of %s lacks a privilege: %s.".formatted(credentials(environment), message)
                : "The database at %s (%s) reports: %s.".formatted(setting(environment), url, message);
    }

    /** Proposes to delete the data only for the embedded database, which contains no production data. */
    static String historyMismatch(Environment environment) {
        var url = environment.getProperty("spring.flyway.url", environment.getProperty("spring.datasource.url", ""));
        return StringUtils.hasText(url)
                ? "The schema history of the database %s does not match this version of Stagedoor."
                        .formatted(withoutParameters(url))
                : "The embedded database belongs to another version of Stagedoor. Delete the directory %s to start with an empty one."
                        .formatted(environment.getProperty("stagedoor.embedded-postgres.data-directory", ".data"));
    }

    private static String url(Environment environment) {
        return withoutParameters(environment.getProperty("spring.datasource.url", ""));
    }

    /** Parameters can contain a password. */
    private static String withoutParameters(String url) {
        return url.split("[?]", 2)[0];
    }

    private static String setting(Environment environment) {
        return usesHostingVariable(environment) ? EnvironmentInitializer.DATABASE_URL : "SPRING_DATASOURCE_URL";
    }

    private static String credentials(Environment environment) {
        return usesHostingVariable(environment)
                ? "the credentials in " + EnvironmentInitializer.DATABASE_URL
                : "SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD";
    }

    private static boolean usesHostingVariable(Environment environment) {
        return environment instanceof ConfigurableEnvironment configured
                && configured.getPropertySources().contains(EnvironmentInitializer.DATABASE_URL);
    }
}
