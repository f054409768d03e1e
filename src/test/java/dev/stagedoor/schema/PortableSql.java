package dev.stagedoor.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * SQL constructs that must not be used, so that the service runs on managed PostgreSQL, behind a transaction pool, and on
 * Citus, YugabyteDB or CockroachDB: superuser rights, extensions, server files, session state, and unsupported features.
 */
final class PortableSql {

    private static final Map<String, Pattern> FORBIDDEN = forbidden(
            "an extension", "\\b(?:CREATE|ALTER|DROP)\\s+EXTENSION\\b",
            "a type of an extension", "\\b(?:citext|hstore|ltree)\\b",
            "an operator class of an extension", "\\b(?:gin|gist)_trgm_ops\\b",
            "a function of an extension",
                    "\\b(?:uuid_generate_v[1-5]\\w*|similarity|unaccent|crypt|gen_salt|digest)\\s*\\(",
            "a function of PostgreSQL 18", "\\buuidv[47]\\s*\\(",
            "a trigger", "\\bCREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:CONSTRAINT\\s+|EVENT\\s+)?TRIGGER\\b",
            "a rewrite rule", "\\bCREATE\\s+(?:OR\\s+REPLACE\\s+)?RULE\\b",
            "a stored procedure or function", "\\bCREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:FUNCTION|PROCEDURE|AGGREGATE)\\b",
            "a block of procedural code", "\\bDO\\s+(?:LANGUAGE\\s+\\w+\\s+)?(?:\\$|')",
            "a call of a procedure", "(?:\\A|;)\\s*CALL\\s",
            "a language", "\\bCREATE\\s+(?:TRUSTED\\s+)?LANGUAGE\\b",
            "notifications", "(?:\\A|;)\\s*(?:UN)?LISTEN\\s|(?:\\A|;)\\s*NOTIFY\\s|\\bpg_notify\\s*\\(",
            "a deferrable constraint",
                    "\\bDEFERRABLE\\b|\\bINITIALLY\\s+(?:DEFERRED|IMMEDIATE)\\b|\\bSET\\s+CONSTRAINTS\\b",
            "an exclusion constraint", "\\bEXCLUDE\\s+(?:USING\\b|\\()",
            "a file of the server",
                    "\\bCOPY\\s+[\\w.\"]+[^;]*\\b(?:FROM|TO)\\s+(?:PROGRAM\\s+)?'"
                            + "|\\b(?:pg_read_file|pg_read_binary_file|pg_ls_dir|lo_import|lo_export)\\s*\\(",
            "a right of superusers",
                    "\\bALTER\\s+SYSTEM\\b|\\bsession_replication_role\\b|\\bSECURITY\\s+DEFINER\\b"
                            + "|\\b(?:DISABLE|ENABLE)\\s+(?:REPLICA\\s+|ALWAYS\\s+)?TRIGGER\\b|\\bCREATE\\s+(?:EVENT\\s+TRIGGER|CAST)\\b",
            "a server-wide object", "\\b(?:CREATE|ALTER|DROP)\\s+(?:ROLE|USER|GROUP|DATABASE|TABLESPACE)\\b",
            "another server",
                    "\\bFOREIGN\\s+DATA\\s+WRAPPER\\b|\\bCREATE\\s+(?:FOREIGN\\s+TABLE|SERVER)\\b|\\bdblink\\w*\\s*\\(",
            "replication", "\\b(?:PUBLICATION|SUBSCRIPTION)\\b",
            "a temporary table", "\\b(?:TEMP|TEMPORARY)\\s+(?:TABLE|VIEW|SEQUENCE)\\b",
            "a lock of the session", "\\bpg_(?:try_)?advisory_(?:un)?lock\\w*\\s*\\(",
            "a lock of a whole table", "(?:\\A|;)\\s*LOCK\\s+(?:TABLE\\s+)?[\\w.\"]",
            "a prepared statement of the session", "(?:\\A|;)\\s*(?:PREPARE|DEALLOCATE|DISCARD)\\s",
            "a cursor beyond its transaction", "\\bWITH\\s+HOLD\\b",
            "a setting of the session",
                    "(?:\\A|;)\\s*(?:RESET\\s|SET\\s+(?!LOCAL\\b|TRANSACTION\\b)(?:SESSION\\s+)?\\w+\\s*(?:=|\\bTO\\b))",
            "a system column", "\\b(?:ctid|xmin|xmax|cmin|cmax|tableoid)\\b",
            "a large object", "\\blo_(?:create|creat|open|unlink)\\s*\\(",
            "inheritance of tables", "\\bINHERITS\\s*\\(");

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private PortableSql() {}

    /** Returns the names of the forbidden constructs in a text. */
    static List<String> violations(String sql) {
        var bare = COMMENT.matcher(sql).replaceAll(" ");
        return FORBIDDEN.entrySet().stream()
                .filter(construct -> construct.getValue().matcher(bare).find())
                .map(construct -> construct.getKey())
                .toList();
    }

    private static Map<String, Pattern> forbidden(String... namesAndPatterns) {
        var constructs = new LinkedHashMap<String, Pattern>();
        for (var i = 0; i < namesAndPatterns.length; i += 2) {
            constructs.put(namesAndPatterns[i], Pattern.compile(namesAndPatterns[i + 1], Pattern.CASE_INSENSITIVE));
        }
        return constructs;
    }
}
