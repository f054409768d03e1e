package dev.stagedoor.browse;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Case-insensitive search for a part of a title. With three characters or more, the trigram index finds the candidates.
 * For a shorter part, the statement compares the titles in the order of the page.
 */
final class TitleSearch {

    private static final int RUN = 3;
    private static final String SEPARATOR = "\u0001";

    /** The expression of the index. */
    private static final String RUNS = """
            string_to_array(regexp_replace(lower(a.title), '(...)', E'\\\\1\\001', 'g') || E'\\001'
                            || regexp_replace(substr(lower(a.title), 2), '(...)', E'\\\\1\\001', 'g') || E'\\001'
                            || regexp_replace(substr(lower(a.title), 3), '(...)', E'\\\\1\\001', 'g'), E'\\001')""";

    private TitleSearch() {}

    /** Null matches every title. */
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

    /** Returns the trigrams of the part. */
    private static String runs(String part) {
        var characters = part.codePoints().toArray();
        return IntStream.rangeClosed(0, characters.length - RUN)
                .mapToObj(start -> new String(characters, start, RUN))
                .collect(Collectors.joining(SEPARATOR));
    }
}
