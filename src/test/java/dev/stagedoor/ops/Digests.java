package dev.stagedoor.ops;

import dev.stagedoor.ops.OpsServer.Database;
import java.util.Map;
import java.util.stream.Collectors;

/** What all rows of all tables come to, to tell whether two databases say the same. */
final class Digests {

    private Digests() {}

    /** By table: the number of its rows and a digest of them. */
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
