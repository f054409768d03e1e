package dev.stagedoor.schema;

import dev.stagedoor.platform.migration.SchemaCreation;
import dev.stagedoor.support.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database with all migrations and no rows. */
public final class MigratedDatabase {

    private MigratedDatabase() {}

    static JdbcClient fresh() {
        return migrated(TestDatabase.fresh());
    }

    /** Applies all migrations. A second run must have nothing to do. */
    public static JdbcClient migrated(TestDatabase.Url database) {
        var flyway = flyway(database).load();
        flyway.migrate();
        if (flyway.migrate().migrationsExecuted != 0) {
            throw new IllegalStateException("The second run applied a migration");
        }
        return JdbcClient.create(flyway.getConfiguration().getDataSource());
    }

    /** Returns the configuration that the service uses. */
    public static FluentConfiguration flyway(TestDatabase.Url database) {
        return Flyway.configure()
                .dataSource(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()))
                .schemas("platform")
                .defaultSchema("platform")
                .locations("classpath:db/migration")
                .callbacks(new SchemaCreation());
    }
}
