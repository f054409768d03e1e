package dev.stagedoor.flow;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Digests of all tables. Equal lists mean that no row was inserted, updated or deleted. */
final class AllRows {

    private AllRows() {}

    /** Returns one line per table with its name, row count and digest. */
    static List<String> of(JdbcClient jdbc) {
        return jdbc.sql(tables(jdbc).stream().map(AllRows::line).collect(Collectors.joining(" UNION ALL ")))
                .query(String.class)
                .list();
    }

    /**
     * Includes only emails with a recipient from the schema {@code platform}. The service writes the other tables
     * independently of requests, and emails without a recipient hide whether an account exists.
     */
    private static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql("""
                SELECT table_schema || '.' || table_name FROM information_schema.tables
                WHERE table_type = 'BASE TABLE'
                  AND (table_schema NOT IN ('pg_catalog', 'information_schema', 'platform') OR table_name = 'mails')
                ORDER BY 1""").query(String.class).list();
    }

    private static String line(String table) {
        return "SELECT '%1$s ' || count(*) || ' ' || COALESCE(sum(hashtextextended(t::text, 0)), 0) FROM %1$s t %2$s"
                .formatted(table, table.equals("platform.mails") ? "WHERE user_id IS NOT NULL" : "");
    }
}
