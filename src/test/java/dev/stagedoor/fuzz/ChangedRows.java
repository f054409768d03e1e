package dev.stagedoor.fuzz;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records the row changes of committed transactions with temporary triggers. */
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
        // Reading an account creates an audit event.
        run("""
                CREATE TRIGGER fuzz_note AFTER INSERT ON audit.audit_events
                FOR EACH ROW WHEN (NEW.action NOT IN ('USER_READ', 'USERS_LISTED', 'USER_ACCESS_READ', 'COMPANY_MEMBERS_LISTED')) EXECUTE FUNCTION fuzz.note()""", """
                CREATE TRIGGER fuzz_changes AFTER UPDATE OR DELETE ON audit.audit_events
                FOR EACH ROW EXECUTE FUNCTION fuzz.note()""");
        // Emails without a recipient hide whether an account exists.
        run("""
                CREATE TRIGGER fuzz_note AFTER INSERT ON platform.mails
                FOR EACH ROW WHEN (NEW.user_id IS NOT NULL) EXECUTE FUNCTION fuzz.note()""");
    }

    /** Returns and removes the recorded changes. */
    List<String> take() {
        return jdbc.sql("DELETE FROM fuzz.changes RETURNING change")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        run("DROP SCHEMA fuzz CASCADE");
    }

    /** Excludes the schema {@code platform}, which the service writes independently of requests, and the audit log. */
    private List<String> tables() {
        return jdbc.sql("""
                SELECT table_schema || '.' || table_name FROM information_schema.tables
                WHERE table_type = 'BASE TABLE'
                  AND table_schema NOT IN ('pg_catalog', 'information_schema', 'platform', 'audit', 'fuzz')""").query(String.class).list();
    }

    private void run(String... statements) {
        for (var statement : statements) {
            jdbc.sql(statement).update();
        }
    }
}
