package dev.stagedoor.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalDatabaseTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "stagedoor", "stagedoor_tests", "test", "_test", "Stagedoor_test", "a; DROP TABLE b; _test"})
    void nameThatDoesNotEndInTestIsRejected(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExternalDatabase.from(Map.of("DB_HOST", "db.example.com", "DB_NAME", name)))
                .withMessage(
                        "DB_NAME must end in _test and have at most 55 lower-case letters, digits and underscores, but is"
                                + " '%s'.",
                        name);
    }

    @Test
    void hostWithoutNameIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExternalDatabase.from(Map.of("DB_HOST", "db.example.com")));
    }

    @Test
    void variablesNameTheServerAndTheDatabases() {
        var database = ExternalDatabase.from(Map.of(
                        "DB_HOST", "db.example.com",
                        "DB_PORT", "5433",
                        "DB_USERNAME", "tester",
                        "DB_PASSWORD", "curtain",
                        "DB_NAME", "stagedoor_test"))
                .orElseThrow();

        assertThat(database)
                .isEqualTo(new ExternalDatabase("db.example.com", 5433, "tester", "curtain", "stagedoor_test"));
        assertThat(database.address()).isEqualTo("jdbc:postgresql://db.example.com:5433/");
        assertThat(database.nameFormat().formatted(7)).isEqualTo("stagedoor_7_test");
    }

    @Test
    void missingVariablesReturnNoExternalDatabase() {
        assertThat(ExternalDatabase.from(Map.of("DB_POOL_SIZE", "5"))).isEmpty();
    }
}
