package dev.stagedoor.browse;

import dev.stagedoor.platform.persistence.SearchPattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Search for a part of a title, in any case, with or without accents. With three characters or more, the trigram index finds the candidates.
 * For a shorter part, the statement compares the titles in the order of the page.
 */
final class TitleSearch {

    private static final int RUN = 3;
    private static final String SEPARATOR = "\u0001";

    private static final String TITLE = SearchPattern.folded("a.title");

    /** The expression of the index. */
    private static final String RUNS = """
            string_to_array(regexp_replace(%1$s, '(...)', E'\\\\1\\001', 'g') || E'\\001'
                            || regexp_replace(substr(%1$s, 2), '(...)', E'\\\\1\\001', 'g') || E'\\001'
                            || regexp_replace(substr(%1$s, 3), '(...)', E'\\\\1\\001', 'g'), E'\\001')""".formatted(TITLE);

    private TitleSearch() {}

    /** Null matches every title. */
    static String condition(String part) {
        if (part == null) {
            return "";
        }
        var contained = "AND " + SearchPattern.condition("a.title") + " ";
        return runs(SearchPattern.withoutAccents(part)).isEmpty()
                ? contained
                : contained + "AND " + RUNS + " @> string_to_array(lower(:runs), E'\\001') ";
    }

    static StatementSpec bind(StatementSpec query, String part) {
        if (part == null) {
            return query;
        }
        var folded = SearchPattern.withoutAccents(part);
        return query.param("search", SearchPattern.of(part)).param("runs", runs(folded));
    }

    /** Returns the trigrams of the part. */
    private static String runs(String part) {
        var characters = part.codePoints().toArray();
        return IntStream.rangeClosed(0, characters.length - RUN)
                .mapToObj(start -> new String(characters, start, RUN))
                .collect(Collectors.joining(SEPARATOR));
    }
}
