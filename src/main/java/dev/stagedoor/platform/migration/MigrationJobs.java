package dev.stagedoor.platform.migration;

import dev.stagedoor.platform.job.JobOutput;
import dev.stagedoor.platform.persistence.embedded.EmbeddedDatabaseAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The configuration of the migration jobs. Contains no beans of the service, because the database may be empty or older
 * than the service. Is not annotated with {@code @Configuration}, so that component scanning ignores it.
 */
@ImportAutoConfiguration({
    EmbeddedDatabaseAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@Import({JobOutput.class, SchemaCreation.class, Migration.class, MigrationStatus.class, MigrationRevert.class})
class MigrationJobs {

    /** The jobs run even if migrations at startup are disabled. */
    static final String FLYWAY_ENABLED = "spring.flyway.enabled=true";

    @Bean
    FlywayMigrationStrategy noMigrationAtStartup() {
        return flyway -> {};
    }
}
