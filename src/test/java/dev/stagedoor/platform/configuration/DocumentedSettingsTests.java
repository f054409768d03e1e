package dev.stagedoor.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.StagedoorApplication;
import dev.stagedoor.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The service starts with every value in the tables of {@code docs/configuration.md}. */
@Tag("process")
class DocumentedSettingsTests {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void serviceStartsWithTheDocumentedDefaults(String flyway) throws IOException {
        var database = TestDatabase.fresh();
        if (flyway.equals("false")) {
            start(database, "true");
        }
        start(database, flyway);
    }

    private static void start(TestDatabase.Url database, String flyway) throws IOException {
        var settings = documentedDefaults();
        assertThat(settings).containsEntry("DB_POOL_SIZE", "20").containsEntry("STAGEDOOR_CACHE", "caffeine");
        settings.putAll(Map.of(
                "spring.datasource.url",
                database.jdbcUrl(),
                "spring.datasource.username",
                database.user(),
                "spring.datasource.password",
                database.password(),
                "spring.flyway.enabled",
                flyway,
                "SERVER_PORT",
                "0",
                "MANAGEMENT_SERVER_PORT",
                "0",
                "STAGEDOOR_DEMO_DATA",
                "false"));
        var arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        try (var service = new SpringApplicationBuilder(StagedoorApplication.class).run(arguments)) {
            assertThat(service.isRunning()).isTrue();
        }
    }

    /** A row can list several variables with their defaults in the same order. */
    private static Map<String, String> documentedDefaults() throws IOException {
        var defaults = new HashMap<String, String>();
        ROW.matcher(Files.readString(Path.of("docs/configuration.md")))
                .results()
                .forEach(row -> {
                    var names = codes(row.group(1));
                    var values = codes(row.group(2));
                    IntStream.range(0, Math.min(names.size(), values.size()))
                            .filter(index -> names.get(index).matches("[A-Z][A-Z0-9_]+"))
                            .filter(index -> !values.get(index).contains("…"))
                            .forEach(index -> defaults.put(names.get(index), values.get(index)));
                });
        return defaults;
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult code) -> code.group(1))
                .toList();
    }
}
