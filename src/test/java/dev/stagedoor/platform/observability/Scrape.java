package dev.stagedoor.platform.observability;

import dev.stagedoor.platform.observability.PromQl.Matcher;
import dev.stagedoor.platform.observability.PromQl.Selector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The series that a service exposes to Prometheus. */
record Scrape(List<Series> series) {

    private static final Pattern SERIES = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? [^ ]+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Labels that Prometheus adds. */
    private static final Set<String> PROMETHEUS_LABELS = Set.of("job", "instance");

    /** Labels whose values depend on the traffic. */
    private static final Set<String> TRAFFIC_LABELS = Set.of("status", "outcome", "uri", "method");

    static Scrape of(String text) {
        return new Scrape(SERIES.matcher(text).results().map(Scrape::series).toList());
    }

    private static Series series(MatchResult line) {
        var labels = line.group(2) == null ? "" : line.group(2);
        return new Series(
                line.group(1),
                LABEL.matcher(labels)
                        .results()
                        .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2))));
    }

    /** Returns the selectors and grouping labels of an expression that no series matches. */
    Set<String> missing(String expression) {
        var query = new PromQl(expression);
        var missing = new TreeSet<String>();
        var selectors = query.selectors().stream()
                .filter(selector -> !selector.metric().equals("up"))
                .toList();
        selectors.stream()
                .filter(selector -> series.stream().noneMatch(each -> matches(each, selector)))
                .forEach(selector -> missing.add(selector.toString()));
        query.groups().stream()
                .filter(label -> !PROMETHEUS_LABELS.contains(label))
                .filter(label -> selectors.stream().noneMatch(selector -> hasLabel(selector, label)))
                .forEach(label -> missing.add("by (" + label + ")"));
        return missing;
    }

    private boolean hasLabel(Selector selector, String label) {
        return series.stream()
                .anyMatch(each ->
                        each.metric().equals(selector.metric()) && each.labels().containsKey(label));
    }

    private static boolean matches(Series series, Selector selector) {
        return series.metric().equals(selector.metric())
                && selector.matchers().stream()
                        .filter(matcher -> !PROMETHEUS_LABELS.contains(matcher.label()))
                        .allMatch(matcher -> matches(series, matcher));
    }

    private static boolean matches(Series series, Matcher matcher) {
        var actual = series.labels().get(matcher.label());
        return actual != null && (TRAFFIC_LABELS.contains(matcher.label()) || matcher.matches(actual));
    }

    record Series(String metric, Map<String, String> labels) {}
}
