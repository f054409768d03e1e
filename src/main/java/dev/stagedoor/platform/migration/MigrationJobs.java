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
 * All that the migrations' jobs need. Nothing of the service is in it: the database may be empty, or older than the
 * service. It has no stereotype, so that the service does not find it.
 */
@ImportAutoConfiguration({
    EmbeddedDatabaseAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@Import({JobOutput.class, SchemaCreation.class, Migration.class, MigrationStatus.class, MigrationRevert.class})
class MigrationJobs {

    /** Whoever has switched migrating off at the service's start has these jobs instead. */
    static final String SWITCHED_ON = "spring.flyway.enabled=true";

    @Bean
    FlywayMigrationStrategy waitForTheJob() {
        return flyway -> {};
    }
}
