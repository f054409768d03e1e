package dev.stagedoor.ops;

import dev.stagedoor.ops.OpsServer.Database;
import java.util.Map;
import java.util.stream.Collectors;

/** Digests of all tables, to compare the contents of two databases. */
final class Digests {

    private Digests() {}

    /** Returns the row count and digest by table. */
    static Map<String, String> of(Database database) {
        var jdbc = database.jdbc();
        return jdbc.sql("""
                SELECT table_schema || '.' || table_name FROM information_schema.tables
                WHERE table_schema NOT IN ('pg_catalog', 'information_schema')""").query(String.class).list().stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc.sql("""
                        SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '')
                        FROM %s t""".formatted(table))
                                .query(String.class)
                                .single()));
    }
}
