package dev.stagedoor.platform.openapi;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;

/** Finds incompatible changes of a released document that the changelog does not announce. */
final class BreakingChanges {

    private static final Pattern UNRELEASED = Pattern.compile("(?s)## \\[Unreleased](.*?)(?=\n## |$)");
    private static final Pattern BREAKING = Pattern.compile("(?s)### Breaking\n(.*?)(?=\n### |$)");

    private BreakingChanges() {}

    /** Returns the incompatible operations, such as {@code GET /me}. */
    static SortedSet<String> between(String released, String current) {
        var difference = OpenApiCompare.fromContents(OlderForm.of(released), OlderForm.of(current));
        var broken = difference.getChangedOperations().stream()
                .filter(Changed::isIncompatible)
                .map(operation -> operation.getHttpMethod() + " " + operation.getPathUrl())
                .collect(Collectors.toCollection(TreeSet::new));
        difference
                .getMissingEndpoints()
                .forEach(missing -> broken.add(missing.getMethod() + " " + missing.getPathUrl()));
        broken.addAll(WireTypes.of(released).brokenBy(WireTypes.of(current)));
        return broken;
    }

    /** Returns the operations without a line under {@code ### Breaking} of the section {@code [Unreleased]}. */
    static SortedSet<String> unannounced(SortedSet<String> broken, String changelog) {
        var announced = UNRELEASED
                .matcher(changelog)
                .results()
                .flatMap(section -> BREAKING.matcher(section.group(1)).results())
                .map(section -> section.group(1))
                .collect(Collectors.joining());
        return broken.stream()
                .filter(operation -> !announced.contains("`" + operation + "`"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
