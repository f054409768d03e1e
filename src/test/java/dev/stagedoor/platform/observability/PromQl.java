package dev.stagedoor.platform.observability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an expression of Prometheus asks for. It is not parsed: what is no metric is taken away first. */
record PromQl(String expression) {

    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR =
            Pattern.compile("\\b([a-zA-Z_:][\\w:]*)\\s*(?:\\{((?:[^}\"]|\"[^\"]*\")*)}|(?![\\w:])(?!\\s*[({]))");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    /** The series that it selects. */
    List<Selector> selectors() {
        var bare = GROUPING.matcher(RANGE.matcher(expression).replaceAll("")).replaceAll("");
        return SELECTOR.matcher(bare)
                .results()
                .filter(found -> !WORDS.contains(found.group(1)))
                .map(found -> new Selector(found.group(1), matchers(found.group(2))))
                .toList();
    }

    /** The labels that it groups by. */
    List<String> groups() {
        return GROUPING.matcher(expression)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(",")))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    private static List<Matcher> matchers(String text) {
        var matchers = new ArrayList<Matcher>();
        if (text != null) {
            MATCHER.matcher(text)
                    .results()
                    .map(found -> new Matcher(found.group(1), found.group(2), found.group(3)))
                    .forEach(matchers::add);
            if (matchers.size()
                    != Arrays.stream(text.split(",(?=\\s*\\w+\\s*[=!])"))
                            .filter(Predicate.not(String::isBlank))
                            .count()) {
                throw new IllegalArgumentException("Not understood: " + text);
            }
        }
        return matchers;
    }

    /** A metric, and what its labels have to be. */
    record Selector(String metric, List<Matcher> matchers) {}

    /** What a label has to be. */
    record Matcher(String label, String operator, String value) {

        boolean fits(String actual) {
            return switch (operator) {
                case "=" -> value.equals(actual);
                case "=~" -> actual.matches(value);
                default -> true;
            };
        }
    }
}
