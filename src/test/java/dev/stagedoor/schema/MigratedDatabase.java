package dev.stagedoor.schema;

import dev.stagedoor.support.TestDatabase;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty database that got the migrations, and nothing else. */
public final class MigratedDatabase {

    private MigratedDatabase() {}

    static JdbcClient fresh() {
        return migrated(TestDatabase.fresh());
    }

    /** The database after all migrations; they are run twice, and the second time have nothing to do. */
    public static JdbcClient migrated(TestDatabase.Url database) {
        var source = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        var flyway = Flyway.configure()
                .dataSource(source)
                .schemas("platform")
                .defaultSchema("platform")
                .locations("classpath:db/migration")
                .load();
        flyway.migrate();
        if (flyway.migrate().migrationsExecuted != 0) {
            throw new IllegalStateException("The migrations do not stay done");
        }
        return JdbcClient.create(source);
    }
}
