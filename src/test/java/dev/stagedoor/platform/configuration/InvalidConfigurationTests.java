package dev.stagedoor.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stagedoor.StagedoorApplication;
import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

/** Starts the whole service with one invalid setting. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("process")
class InvalidConfigurationTests {

    private static final TestDatabase.Url DATABASE = TestDatabase.fresh();

    @BeforeAll
    static void migrate() {
        MigratedDatabase.migrated(DATABASE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STAGEDOOR_JWT_PRIVATE_KEY=s3cr3t          | STAGEDOOR_JWT_PRIVATE_KEY is neither a PEM key nor the path of a readable file.
            STAGEDOOR_ENCRYPTION_KEY=s3cr3t           | STAGEDOOR_ENCRYPTION_KEY must be 256 bits in base64, or a comma-separated list of such keys.
            STAGEDOOR_ACCESS_TOKEN_TTL=-5m            | STAGEDOOR_ACCESS_TOKEN_TTL must be longer than or equal to 1 second.
            STAGEDOOR_ACCESS_TOKEN_TTL=3600           | STAGEDOOR_ACCESS_TOKEN_TTL must be a duration such as 10m or 30d.
            stagedoor.drain=5                         | STAGEDOOR_DRAIN must be a duration such as 10m or 30d.
            DB_STATEMENT_TIMEOUT=8                    | DB_STATEMENT_TIMEOUT must be a duration such as 10m or 30d.
            STAGEDOOR_CORS_ALLOWED_HEADERS=X Y        | STAGEDOOR_CORS_ALLOWED_HEADERS must be a comma-separated list of header names.
            STAGEDOOR_REFRESH_TOKEN_TTL=soon          | STAGEDOOR_REFRESH_TOKEN_TTL must be a duration such as 10m or 30d.
            STAGEDOOR_ACCOUNT_PURGE_AFTER=-1d         | STAGEDOOR_ACCOUNT_PURGE_AFTER must be longer than or equal to 0.
            STAGEDOOR_CACHE=memcached                 | STAGEDOOR_CACHE must be one of caffeine, redis, none.
            stagedoor.drain=-1s                       | STAGEDOOR_DRAIN must not be negative.
            STAGEDOOR_PUBLIC_URL=example              | STAGEDOOR_PUBLIC_URL must be an http or https URL.
            STAGEDOOR_LINKS_URL=example               | STAGEDOOR_LINKS_URL must be an http or https URL.
            STAGEDOOR_TRUSTED_PROXIES=office          | STAGEDOOR_TRUSTED_PROXIES must be a comma-separated list of addresses or networks such as 10.0.0.0/8.
            STAGEDOOR_CORS_ALLOWED_ORIGINS=app.example.com | STAGEDOOR_CORS_ALLOWED_ORIGINS must be * or a comma-separated list of origins without a path, such as https://app.example.com.
            STAGEDOOR_CORS_ALLOWED_ORIGINS=https://app.example.com/ | STAGEDOOR_CORS_ALLOWED_ORIGINS must be * or a comma-separated list of origins without a path, such as https://app.example.com.
            STAGEDOOR_RATE_LIMIT_ENABLED=often        | STAGEDOOR_RATE_LIMIT_ENABLED must be true or false.
            DB_POOL_SIZE=many                         | DB_POOL_SIZE must be a whole number.
            DB_POOL_SIZE=0                            | DB_POOL_SIZE is invalid: maxPoolSize cannot be less than 1.
            stagedoor.identity-providers[0].audience=app | stagedoor.identity-providers[0].issuer must not be blank; stagedoor.identity-providers[0].jwk-set-uri must not be null.
            SERVER_PORT=http                          | SERVER_PORT is invalid: Failed to convert to type java.lang.Integer.
            """)
    void invalidSettingIsReportedInOneSentence(String setting, String sentence, CapturedOutput output) {
        var report = start("--" + setting, output);

        assertThat(report)
                .contains(sentence)
                .doesNotContain("\tat ", "Exception", setting.split("=")[1] + "\"", "s3cr3t");
    }

    @Test
    void unreachableDatabaseIsReportedInOneSentence(CapturedOutput output) {
        var report = start(
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nowhere?user=stage&password=s3cr3t", output);

        assertThat(report)
                .contains(
                        "Cannot connect to the database at SPRING_DATASOURCE_URL (jdbc:postgresql://127.0.0.1:1/nowhere).")
                .doesNotContain("\tat ", "Exception", "s3cr3t");
    }

    @Test
    void missingDatabaseIsReportedInOneSentence(CapturedOutput output) {
        var report = start("--spring.datasource.url=" + DATABASE.jdbcUrl() + "_missing", output);

        assertThat(report)
                .contains("The database in SPRING_DATASOURCE_URL (%s_missing) does not exist."
                        .formatted(DATABASE.jdbcUrl()))
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void rejectedCredentialsAreReportedInOneSentence() {
        var environment = new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/stage?a=b");
        var failure = new IllegalStateException(new SQLException("no password s3cr3t", "28P01"));

        assertThat(new InvalidConfigurationFailureAnalyzer(environment).sentence(failure))
                .contains("The database jdbc:postgresql://db/stage rejects SPRING_DATASOURCE_USERNAME and"
                        + " SPRING_DATASOURCE_PASSWORD.");
    }

    @Test
    void embeddedDatabaseOfAnotherVersionIsReportedWithItsDirectory() {
        var failure = new IllegalStateException(new FlywayValidateException(
                new ErrorDetails(CoreErrorCode.CHECKSUM_MISMATCH, "checksum mismatch"), "checksum mismatch"));

        assertThat(new InvalidConfigurationFailureAnalyzer(new MockEnvironment()).sentence(failure))
                .contains("The embedded database belongs to another version of Stagedoor."
                        + " Delete the directory .data to start with an empty one.");
    }

    @ParameterizedTest
    @CsvSource({"server.port, SERVER_PORT", "management.server.port, MANAGEMENT_SERVER_PORT"})
    void usedPortIsReportedInOneSentence(String property, String setting, CapturedOutput output) throws IOException {
        try (var other = new ServerSocket(0)) {
            var report = start("--%s=%s".formatted(property, other.getLocalPort()), output);

            assertThat(report)
                    .contains("Port %s is in use by another process. Set %s to choose another port."
                            .formatted(other.getLocalPort(), setting))
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void environmentVariableIsReportedByItsOwnName() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment", Map.of("STAGEDOOR_DEMO_DATA", "perhaps")));
        ConfigurationPropertySources.attach(environment);

        var failure = catchThrowable(() -> Binder.get(environment).bind("stagedoor.demo-data", Boolean.class));

        assertThat(new InvalidConfigurationFailureAnalyzer(environment).sentence(failure))
                .contains("STAGEDOOR_DEMO_DATA must be true or false.");
    }

    /** Returns the output of the failed start. */
    private static String start(String setting, CapturedOutput output) {
        var before = output.length();
        var defaults = Stream.of(
                "--spring.datasource.url=" + DATABASE.jdbcUrl(),
                "--spring.datasource.username=" + DATABASE.user(),
                "--spring.datasource.password=" + DATABASE.password(),
                "--SERVER_PORT=0",
                "--MANAGEMENT_SERVER_PORT=0");
        var name = setting.split("=")[0];
        var settings = Stream.concat(defaults.filter(other -> !other.startsWith(name + "=")), Stream.of(setting));

        assertThatThrownBy(() -> SpringApplication.run(StagedoorApplication.class, settings.toArray(String[]::new)))
                .isNotNull();
        return output.toString().substring(before);
    }
}
