package dev.stagedoor.fuzz;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes, by triggers that are there for as long as it is open, every row that a committed transaction changes. */
final class ChangedRows implements AutoCloseable {

    private final JdbcClient jdbc;

    ChangedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        run("CREATE SCHEMA fuzz", "CREATE TABLE fuzz.changes (change text NOT NULL)", """
                CREATE FUNCTION fuzz.note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    INSERT INTO fuzz.changes VALUES (TG_OP || ' ' || TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME);
                    RETURN NULL;
                END $$""");
        tables().forEach(table -> run("""
                CREATE TRIGGER fuzz_note AFTER INSERT OR UPDATE OR DELETE ON %s
                FOR EACH ROW EXECUTE FUNCTION fuzz.note()""".formatted(table)));
        // A mail to nobody is how the service hides who has an account.
        run("""
                CREATE TRIGGER fuzz_note AFTER INSERT ON platform.mails
                FOR EACH ROW WHEN (NEW.user_id IS NOT NULL) EXECUTE FUNCTION fuzz.note()""");
    }

    /** Those since the last call. */
    List<String> take() {
        return jdbc.sql("DELETE FROM fuzz.changes RETURNING change")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        run("DROP SCHEMA fuzz CASCADE");
    }

    /** Of the schema {@code platform} the service writes by itself, whoever calls. */
    private List<String> tables() {
        return jdbc.sql("""
                SELECT table_schema || '.' || table_name FROM information_schema.tables
                WHERE table_type = 'BASE TABLE'
                  AND table_schema NOT IN ('pg_catalog', 'information_schema', 'platform', 'fuzz')""").query(String.class).list();
    }

    private void run(String... statements) {
        for (var statement : statements) {
            jdbc.sql(statement).update();
        }
    }
}
