package dev.stagedoor.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Extracts the SQL of the migrations and of string literals in the code, except the demo data. */
final class SqlOfTheSources {

    private static final Path CODE = Path.of("src", "main", "java");
    private static final Path DEMO = CODE.resolve(Path.of("dev", "stagedoor", "demo"));
    private static final Path SCRIPTS = Path.of("src", "main", "resources", "db");

    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern CODE_COMMENT = Pattern.compile("(?m)^\\s*(?:/?\\*|//).*$");
    private static final Pattern STATEMENT = Pattern.compile(
            "\\A\\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|MERGE|CREATE|ALTER|DROP|TRUNCATE|LOCK|SET|RESET|CALL|DO|COPY|"
                    + "LISTEN|UNLISTEN|NOTIFY|PREPARE|GRANT|REVOKE|ANALYZE|VACUUM)\\s+(?:[A-Z]+\\b|[\\w.\"*(:?$'])");

    private SqlOfTheSources() {}

    /** Returns the scripts by path. */
    static Map<String, String> scripts() {
        var scripts = new TreeMap<String, String>();
        files(SCRIPTS, ".sql").forEach(file -> scripts.put(name(file), read(file)));
        return scripts;
    }

    /** Returns the statements of source files by path. */
    static Map<String, List<String>> statements() {
        var statements = new TreeMap<String, List<String>>();
        for (var file : files(CODE, ".java")) {
            var found = statements(read(file));
            if (!found.isEmpty() && !file.startsWith(DEMO)) {
                statements.put(name(file), found);
            }
        }
        return statements;
    }

    /** Returns the string literals that start with an upper-case SQL keyword. */
    static List<String> statements(String code) {
        var found = new ArrayList<String>();
        TEXT.matcher(CODE_COMMENT.matcher(code).replaceAll(""))
                .results()
                .map(text -> text.group(1) != null ? text.group(1) : text.group(2))
                .filter(text -> STATEMENT.matcher(text).find())
                .forEach(found::add);
        return found;
    }

    private static List<Path> files(Path directory, String suffix) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
