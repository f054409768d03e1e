package dev.stagedoor.browse;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Finds a part of a title in any case. From three characters on, the index of the titles' runs of three finds the few that
 * have all of the part's runs, and only these are read; a shorter part is looked for in the order of the page.
 */
final class TitleSearch {

    private static final int RUN = 3;
    private static final String SEPARATOR = "\u0001";

    /** As the index spells it. */
    private static final String RUNS = """
            string_to_array(regexp_replace(lower(a.title), '(...)', E'\\\\1\\001', 'g') || E'\\001'
                            || regexp_replace(substr(lower(a.title), 2), '(...)', E'\\\\1\\001', 'g') || E'\\001'
                            || regexp_replace(substr(lower(a.title), 3), '(...)', E'\\\\1\\001', 'g'), E'\\001')""";

    private TitleSearch() {}

    /** {@code part} may be null, which every title has. */
    static String condition(String part) {
        if (part == null) {
            return "";
        }
        return runs(part).isEmpty()
                ? "AND a.title ILIKE :search "
                : "AND a.title ILIKE :search AND " + RUNS + " @> string_to_array(lower(:runs), E'\\001') ";
    }

    static StatementSpec bind(StatementSpec query, String part) {
        return part == null ? query : query.param("search", pattern(part)).param("runs", runs(part));
    }

    private static String pattern(String part) {
        return "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** Every run of three in the part. */
    private static String runs(String part) {
        var characters = part.codePoints().toArray();
        return IntStream.rangeClosed(0, characters.length - RUN)
                .mapToObj(start -> new String(characters, start, RUN))
                .collect(Collectors.joining(SEPARATOR));
    }
}
