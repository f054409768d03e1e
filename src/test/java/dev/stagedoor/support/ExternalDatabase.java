package dev.stagedoor.support;

import java.util.Map;
import java.util.Optional;

/**
 * An existing database for the tests, which create further databases on its server. The name must end in
 * {@code _test}, so that the tests never change other databases by mistake.
 */
record ExternalDatabase(String host, int port, String user, String password, String name) {

    private static final String SUFFIX = "_test";

    ExternalDatabase {
        if (!name.matches("[a-z0-9_]{1,50}" + SUFFIX)) {
            throw new IllegalArgumentException(
                    ("DB_NAME must end in %s and have at most 55 lower-case letters, digits and underscores, but is"
                                    + " '%s'.")
                            .formatted(SUFFIX, name));
        }
    }

    /** Reads the variables {@code DB_*}. Without {@code DB_HOST} and {@code DB_NAME}, there is no external database. */
    static Optional<ExternalDatabase> from(Map<String, String> environment) {
        if (!environment.containsKey("DB_HOST") && !environment.containsKey("DB_NAME")) {
            return Optional.empty();
        }
        return Optional.of(new ExternalDatabase(
                environment.getOrDefault("DB_HOST", "localhost"),
                Integer.parseInt(environment.getOrDefault("DB_PORT", "5432")),
                environment.getOrDefault("DB_USERNAME", "postgres"),
                environment.getOrDefault("DB_PASSWORD", ""),
                environment.getOrDefault("DB_NAME", "")));
    }

    /** The JDBC URL up to the name of the database. */
    String address() {
        return "jdbc:postgresql://%s:%s/".formatted(host, port);
    }

    /** The names of further databases: {@code stagedoor_1_test} for {@code stagedoor_test}. */
    String nameFormat() {
        return name.substring(0, name.length() - SUFFIX.length()) + "_%s" + SUFFIX;
    }
}
