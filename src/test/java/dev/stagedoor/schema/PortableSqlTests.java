package dev.stagedoor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Migrations and statements use only portable SQL. */
class PortableSqlTests {

    @Test
    void scriptsArePortable() {
        var scripts = SqlOfTheSources.scripts();
        var violations = new TreeMap<String, List<String>>();
        scripts.forEach((file, sql) -> report(violations, file, PortableSql.violations(sql)));

        assertThat(scripts.keySet())
                .anyMatch(file -> file.contains("/db/migration/V001"))
                .anyMatch(file -> file.contains("/db/undo/U001"));
        assertThat(violations).isEmpty();
    }

    @Test
    void statementsArePortable() {
        var statements = SqlOfTheSources.statements();
        var violations = new TreeMap<String, List<String>>();
        statements.forEach((file, all) -> report(
                violations,
                file,
                all.stream()
                        .flatMap(sql -> PortableSql.violations(sql).stream())
                        .toList()));

        assertThat(statements).hasSizeGreaterThan(20);
        assertThat(statements.values().stream().mapToInt(List::size).sum()).isGreaterThan(100);
        assertThat(violations).isEmpty();
    }

    private static void report(Map<String, List<String>> violations, String file, List<String> found) {
        if (!found.isEmpty()) {
            violations.put(file, found);
        }
    }

    /** Distributed databases can then store a user and all dependent rows on one node. */
    @Test
    void dependentTablesOfUsersHaveAUserId() {
        var jdbc = MigratedDatabase.fresh();
        jdbc.sql("CREATE TABLE users.canaries (profile_id uuid REFERENCES users.user_profiles (id))")
                .update();

        assertThat(childrenWithoutUser(jdbc)).containsExactly("users.canaries");
    }

    private static List<String> childrenWithoutUser(JdbcClient jdbc) {
        return jdbc.sql("""
                WITH RECURSIVE children AS (
                    SELECT conrelid AS id FROM pg_constraint
                    WHERE contype = 'f' AND confrelid = CAST('users.users' AS regclass)
                    UNION SELECT k.conrelid FROM pg_constraint k JOIN children c ON k.contype = 'f' AND k.confrelid = c.id)
                SELECT CAST(CAST(id AS regclass) AS text) FROM children c
                WHERE NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.id AND a.attname = 'user_id')
                ORDER BY 1""").query(String.class).list();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                an extension                         | CREATE EXTENSION IF NOT EXISTS pg_trgm
                a type of an extension               | CREATE TABLE a (email citext)
                an operator class of an extension    | CREATE INDEX ON a USING gin (title gin_trgm_ops)
                a function of an extension           | SELECT uuid_generate_v4()
                                a function of PostgreSQL 18          | CREATE TABLE a (id uuid DEFAULT uuidv7())
                a trigger                            | CREATE OR REPLACE TRIGGER t BEFORE UPDATE ON a EXECUTE FUNCTION f()
                a rewrite rule                       | CREATE RULE r AS ON DELETE TO a DO INSTEAD NOTHING
                a stored procedure or function       | create function f() returns int as $$ select 1 $$ language sql
                a block of procedural code           | DO $$ BEGIN NULL; END $$
                a call of a procedure                | CALL sweep()
                a language                           | CREATE LANGUAGE plpython3u
                notifications                        | SELECT pg_notify('a', 'b')
                notifications                        | LISTEN a
                a deferrable constraint              | ALTER TABLE a ADD UNIQUE (b) DEFERRABLE
                an exclusion constraint              | CREATE TABLE a (b int4range, EXCLUDE USING gist (b WITH &&))
                a file of the server                 | COPY a FROM '/tmp/a.csv'
                a file of the server                 | SELECT pg_read_file('a')
                a right of superusers                | ALTER SYSTEM SET fsync = off
                a right of superusers                | ALTER TABLE a DISABLE TRIGGER ALL
                                a server-wide object                 | CREATE ROLE reader
                another server                       | CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw
                replication                          | CREATE PUBLICATION p FOR ALL TABLES
                a temporary table                    | CREATE TEMP TABLE a (b int)
                a lock of the session                | SELECT pg_advisory_lock(1)
                a lock of a whole table              | LOCK TABLE a IN EXCLUSIVE MODE
                                a prepared statement of the session  | PREPARE a AS SELECT 1
                a cursor beyond its transaction      | DECLARE a CURSOR WITH HOLD FOR SELECT 1
                a setting of the session             | SET search_path = users
                a setting of the session             | SET SESSION statement_timeout TO 5
                                a system column                      | SELECT ctid FROM a
                a large object                       | SELECT lo_create(0)
                inheritance of tables                | CREATE TABLE a (b int) INHERITS (c)
                """)
    void forbiddenConstructIsReported(String construct, String sql) {
        assertThat(PortableSql.violations("CREATE TABLE before (id uuid);\n" + sql + ";"))
                .contains(construct);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- no trigger, and no CREATE EXTENSION\nSELECT 1",
                "SET LOCAL statement_timeout = 5",
                "INSERT INTO a VALUES (1) ON CONFLICT (id) DO UPDATE SET b = 1",
                "SELECT id FROM a ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED",
                "UPDATE a\nSET b = c, user_agent = 'listen to me'"
            })
    void allowedConstructIsNotReported(String sql) {
        assertThat(PortableSql.violations(sql)).isEmpty();
    }

    @Test
    void statementsAreExtractedFromCode() {
        var code = "a(\"SELECT 1 FROM b\"); // \"SELECT 2\"\n c(\"\"\"\n  LOCK TABLE d\"\"\"); e(\"Select a seat\");";

        assertThat(SqlOfTheSources.statements(code)).first().asString().isEqualTo("SELECT 1 FROM b");
        assertThat(SqlOfTheSources.statements(code)).anyMatch(text -> text.contains("LOCK TABLE d"));
        assertThat(SqlOfTheSources.statements(code)).noneMatch(text -> text.contains("seat"));
    }
}
