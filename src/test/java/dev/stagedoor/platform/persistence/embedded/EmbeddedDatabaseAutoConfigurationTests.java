package dev.stagedoor.platform.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseAutoConfigurationTests {

    private Path dataDirectory;
    private ApplicationContextRunner runner;

    @BeforeEach
    void prepareRunner(@TempDir Path directory) throws IOException {
        dataDirectory = directory.toRealPath().resolve("pg18");
        runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class, EmbeddedDatabaseAutoConfiguration.class))
                .withPropertyValues("stagedoor.embedded-postgres.data-directory=" + dataDirectory);
    }

    @Test
    void emptyDatabaseUrlStartsTheEmbeddedDatabase() {
        runner.withPropertyValues("spring.datasource.url=").run(context -> {
            assertThat(context.getBean(EmbeddedDatabase.class).dataDirectory()).isEqualTo(dataDirectory);
            assertThat(dataDirectoryOf(context.getBean(DataSource.class))).isEqualTo(dataDirectory.toString());
        });
    }

    @Test
    void configuredUrlDisablesTheEmbeddedDatabase() {
        runner.withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example/stagedoor")
                .run(context -> {
                    assertNothingStarted(context);
                    assertThat(context.getBean(JdbcConnectionDetails.class).getJdbcUrl())
                            .isEqualTo("jdbc:postgresql://db.example/stagedoor");
                });
    }

    @Test
    void otherDataSourceDisablesTheEmbeddedDatabase() {
        runner.withBean(DataSource.class, DriverManagerDataSource::new).run(this::assertNothingStarted);
    }

    @Test
    void propertyDisablesTheEmbeddedDatabase() {
        runner.withPropertyValues("stagedoor.embedded-postgres.enabled=false").run(this::assertDatabaseMissing);
    }

    @Test
    void packagedJarContainsNoEmbeddedDatabase() {
        runner.withClassLoader(new FilteredClassLoader(EmbeddedPostgres.class)).run(this::assertDatabaseMissing);
    }

    private void assertNothingStarted(AssertableApplicationContext context) {
        assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedDatabase.class);
        assertThat(dataDirectory).doesNotExist();
    }

    private void assertDatabaseMissing(AssertableApplicationContext context) {
        assertThat(context).hasFailed();
        assertThat(dataDirectory).doesNotExist();
    }

    private static String dataDirectoryOf(DataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql("show data_directory")
                .query(String.class)
                .single();
    }
}
