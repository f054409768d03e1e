package dev.stagedoor.flow;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every table of the rooms holds; equal lists mean that no row was made, changed or deleted. */
final class AllRows {

    private AllRows() {}

    /** A line a table: its name, the number of its rows and a digest of them. */
    static List<String> of(JdbcClient jdbc) {
        return jdbc.sql(tables(jdbc).stream().map(AllRows::line).collect(Collectors.joining(" UNION ALL ")))
                .query(String.class)
                .list();
    }

    /**
     * Of the schema {@code platform} only the mails to somebody: the service itself writes the others, whoever calls, and a
     * mail to nobody is how it hides who has an account.
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
