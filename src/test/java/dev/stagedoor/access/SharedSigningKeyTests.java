package dev.stagedoor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.platform.persistence.SharedSecrets;
import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.TestDatabase;
import dev.stagedoor.support.Together;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Instances without a configured key share a generated key through the database. */
class SharedSigningKeyTests {

    private JdbcClient jdbc;

    @BeforeEach
    void createDatabase() {
        var database = TestDatabase.fresh();
        jdbc = MigratedDatabase.migrated(database);
    }

    @Test
    void concurrentlyStartingInstancesShareOneKey() {
        var keys = Together.run(16, each -> key("").pair().getKeyID());

        assertThat(keys.stream().distinct()).hasSize(1);
        assertThat(jdbc.sql("SELECT name FROM platform.shared_secrets")
                        .query(String.class)
                        .list())
                .containsExactly("jwt");
        assertThat(key("").pair().getKeyID()).isEqualTo(keys.get(0));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\n"})
    void blankConfigurationUsesTheSharedKey(String configured) {
        assertThat(key(configured).pair().isPrivate()).isTrue();
        assertThat(key(configured).pair()).isEqualTo(key(configured).pair());
    }

    @Test
    void configuredKeyIsNotStoredInTheDatabase() {
        key(Pems.pkcs8(Pems.pair()));

        assertThat(jdbc.sql("SELECT count(*) FROM platform.shared_secrets")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private SigningKey key(String configured) {
        var properties = new AccessProperties(
                "http://localhost",
                configured,
                Duration.ofMinutes(10),
                Duration.ofDays(30),
                Duration.ofDays(180),
                Duration.ofSeconds(2));
        return new SigningKey(properties, new SharedSecrets(jdbc));
    }
}
