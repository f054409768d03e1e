package dev.stagedoor.platform.migration;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import dev.stagedoor.platform.persistence.DatabaseEncoding;
import java.util.List;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Creates the schemas that the database lacks. {@code CREATE SCHEMA IF NOT EXISTS} would require CREATE on the database
 * even if the schemas exist. The condition is in Java, because the migrations contain no procedural code.
 */
@Component
public final class SchemaCreation extends BaseCallback {

    private static final String MISSING = """
            SELECT name FROM unnest(CAST(? AS text[])) AS name WHERE name NOT IN (SELECT nspname FROM pg_namespace)""";

    private static final List<String> SCHEMAS =
            List.of("platform", "users", "companies", "activities", "access", "audit");

    /** The first event precedes the history table, the second occurs under Flyway's lock. */
    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_CREATE_SCHEMA || event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        DatabaseEncoding.requireUtf8(context.getConnection());
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        var missing = missing(jdbc);
        if (!missing.isEmpty()) {
            requirePrivilege(jdbc, missing);
        }
        if (event == Event.BEFORE_EACH_MIGRATE) {
            missing.forEach(schema -> jdbc.sql("CREATE SCHEMA " + schema).update());
        }
    }

    private static List<String> missing(JdbcClient jdbc) {
        return jdbc.sql(MISSING)
                .param(SCHEMAS.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static void requirePrivilege(JdbcClient jdbc, List<String> missing) {
        var isGranted = jdbc.sql("SELECT has_database_privilege(current_database(), 'CREATE')")
                .query(Boolean.class)
                .single();
        if (!isGranted) {
            var role = jdbc.sql("SELECT current_user").query(String.class).single();
            throw new InvalidConfigurationException(
                    "The database role " + role,
                    "cannot create the missing schemas %s: grant it CREATE on the database, or create them and grant it USAGE and CREATE on each"
                            .formatted(String.join(", ", missing)));
        }
    }
}
