package dev.stagedoor.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the schemas of the service from the PostgreSQL catalog. */
record SchemaFacts(JdbcClient jdbc) {

    /** The columns of a table in the form {@code name type [not null] [default]}. */
    List<String> columns(String table) {
        return jdbc.sql("""
                SELECT concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
                                 CASE WHEN a.attnotnull THEN 'not null' END, pg_get_expr(d.adbin, d.adrelid))
                FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE a.attrelid = CAST(? AS regclass) AND a.attnum > 0 AND NOT a.attisdropped
                ORDER BY a.attnum""").param(table).query(String.class).list();
    }

    /** The constraints of a table by name, without NOT NULL constraints. */
    Map<String, String> constraints(String table) {
        return jdbc
                .sql("""
                SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
                WHERE conrelid = CAST(? AS regclass) AND contype <> 'n'""")
                .param(table)
                .query((row, number) -> Map.entry(row.getString("conname"), row.getString("definition")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The index definitions of a schema by name. */
    Map<String, String> indexes(String schema) {
        return jdbc
                .sql("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = ?")
                .param(schema)
                .query((row, number) -> Map.entry(row.getString("indexname"), row.getString("indexdef")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<String> tables() {
        return jdbc.sql("""
                SELECT table_schema || '.' || table_name FROM information_schema.tables
                WHERE table_schema NOT IN ('pg_catalog', 'information_schema')""").query(String.class).list();
    }

    List<String> extensions() {
        return jdbc.sql("SELECT extname FROM pg_extension").query(String.class).list();
    }

    List<String> triggers() {
        return jdbc.sql("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
                .query(String.class)
                .list();
    }

    List<String> functions() {
        return jdbc.sql("""
                SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')""").query(String.class).list();
    }

    List<String> deferrableConstraints() {
        return jdbc.sql("SELECT conname FROM pg_constraint WHERE condeferrable")
                .query(String.class)
                .list();
    }
}
