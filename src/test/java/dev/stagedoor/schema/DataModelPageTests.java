package dev.stagedoor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code docs/data-model.md} lists the tables and columns of the migrated database. */
class DataModelPageTests {

    private static final Path PAGE = Path.of("docs", "data-model.md");

    /** Flyway defines the columns of its table, so the page contains only its name. */
    private static final String HISTORY = "platform.flyway_schema_history";

    private static final Pattern TABLE = Pattern.compile("### (\\w+\\.\\w+)");
    private static final Pattern COLUMN = Pattern.compile("\\| `(\\w+)` \\| `[^`]+` \\|.*");

    @Test
    void pageListsAllTablesAndColumns() throws IOException {
        assertThat(documented(Files.readAllLines(PAGE))).isEqualTo(migrated(MigratedDatabase.fresh()));
    }

    private static Map<String, List<String>> documented(List<String> lines) {
        var tables = new TreeMap<String, List<String>>();
        List<String> columns = new ArrayList<>();
        for (var line : lines) {
            var table = TABLE.matcher(line);
            var column = COLUMN.matcher(line);
            if (table.matches()) {
                columns = tables.computeIfAbsent(table.group(1), name -> new ArrayList<>());
            } else if (column.matches()) {
                columns.add(column.group(1));
            }
        }
        return tables;
    }

    private static Map<String, List<String>> migrated(JdbcClient jdbc) {
        var tables = new TreeMap<String, List<String>>();
        jdbc.sql("""
                SELECT table_schema || '.' || table_name AS name, column_name FROM information_schema.columns
                WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY ordinal_position""").query(row -> {
            tables.computeIfAbsent(row.getString("name"), name -> new ArrayList<>())
                    .add(row.getString("column_name"));
        });
        tables.put(HISTORY, List.of());
        return tables;
    }
}
