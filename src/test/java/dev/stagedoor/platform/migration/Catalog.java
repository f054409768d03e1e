package dev.stagedoor.platform.migration;

import dev.stagedoor.support.TestDatabase;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** All objects of a database, one line each, without the schemas themselves and Flyway's history table. */
record Catalog(JdbcClient jdbc) {

    static Catalog of(TestDatabase.Url database) {
        return new Catalog(JdbcClient.create(
                new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password())));
    }

    List<String> lines() {
        return jdbc.sql("""
                WITH ours AS (
                    SELECT oid, nspname AS name FROM pg_namespace
                    WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'),
                relation AS (
                    SELECT c.oid, c.relkind, c.relacl, ours.name || '.' || c.relname AS name
                    FROM pg_class c JOIN ours ON ours.oid = c.relnamespace
                    WHERE c.relname NOT LIKE 'flyway\\_schema\\_history%')
                SELECT concat_ws(' ', 'relation', relkind, name, relacl, CASE relkind WHEN 'i' THEN pg_get_indexdef(oid) END)
                FROM relation
                UNION ALL
                SELECT concat_ws(' ', 'column', r.name, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
                                 a.attnotnull, a.attidentity, pg_get_expr(d.adbin, d.adrelid))
                FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                UNION ALL
                SELECT concat_ws(' ', 'constraint', r.name, c.conname, c.convalidated, pg_get_constraintdef(c.oid))
                FROM relation r JOIN pg_constraint c ON c.conrelid = r.oid
                UNION ALL
                SELECT 'function ' || CAST(CAST(p.oid AS regprocedure) AS text)
                FROM pg_proc p JOIN ours ON ours.oid = p.pronamespace
                UNION ALL
                SELECT 'type ' || ours.name || '.' || t.typname
                FROM pg_type t JOIN ours ON ours.oid = t.typnamespace WHERE t.typname NOT LIKE '%flyway\\_schema\\_history'
                UNION ALL
                SELECT concat_ws(' ', 'trigger', r.name, t.tgname)
                FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid WHERE NOT t.tgisinternal
                ORDER BY 1""").query(String.class).list();
    }
}
