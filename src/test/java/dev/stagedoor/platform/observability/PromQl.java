package dev.stagedoor.platform.observability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Extracts the metrics and labels of a PromQL expression with regular expressions, without a full parser. */
record PromQl(String expression) {

    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR =
            Pattern.compile("\\b([a-zA-Z_:][\\w:]*)\\s*(?:\\{((?:[^}\"]|\"[^\"]*\")*)}|(?![\\w:])(?!\\s*[({]))");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    /** The selected series. */
    List<Selector> selectors() {
        var bare = GROUPING.matcher(RANGE.matcher(expression).replaceAll("")).replaceAll("");
        return SELECTOR.matcher(bare)
                .results()
                .filter(match -> !KEYWORDS.contains(match.group(1)))
                .map(match -> new Selector(match.group(1), matchers(match.group(2))))
                .toList();
    }

    /** The grouping labels. */
    List<String> groups() {
        return GROUPING.matcher(expression)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(",")))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    private static List<Matcher> matchers(String text) {
        var matchers = new ArrayList<Matcher>();
        if (text != null) {
            MATCHER.matcher(text)
                    .results()
                    .map(match -> new Matcher(match.group(1), match.group(2), match.group(3)))
                    .forEach(matchers::add);
            if (matchers.size()
                    != Arrays.stream(text.split(",(?=\\s*\\w+\\s*[=!])"))
                            .filter(Predicate.not(String::isBlank))
                            .count()) {
                throw new IllegalArgumentException("Unsupported matchers: " + text);
            }
        }
        return matchers;
    }

    /** A metric and its label matchers. */
    record Selector(String metric, List<Matcher> matchers) {}

    record Matcher(String label, String operator, String value) {

        boolean matches(String actual) {
            return switch (operator) {
                case "=" -> value.equals(actual);
                case "=~" -> actual.matches(value);
                default -> true;
            };
        }
    }
}
