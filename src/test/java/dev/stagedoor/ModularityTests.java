package dev.stagedoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Checks the dependencies between packages against {@code docs/architecture.md}. */
class ModularityTests {

    private static final Pattern ROW = Pattern.compile("\\| (\\d) \\| `(\\w+)` \\| .* \\| (.*) \\|");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    private final ApplicationModules modules = ApplicationModules.of(StagedoorApplication.class);
    private final Map<String, Package> documented = readDocumentation();

    @Test
    void packagesUseOnlyDeclaredPackages() {
        modules.verify();
    }

    @Test
    void documentationListsAllPackagesAndTheirDependencies() {
        var declared = modules.stream()
                .collect(Collectors.toMap(module -> module.getIdentifier().toString(), ModularityTests::declared));
        var documentedUses = documented.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> row.getValue().uses()));

        assertThat(documentedUses).isEqualTo(declared);
    }

    @Test
    void importsOnlyPointToLowerLevels() {
        var upward = documented.entrySet().stream()
                .flatMap(module -> module.getValue().uses().stream()
                        .filter(other -> documented.get(other).level()
                                >= module.getValue().level())
                        .map(other -> module.getKey() + " -> " + other));

        assertThat(upward).isEmpty();
    }

    private static Set<String> declared(org.springframework.modulith.core.ApplicationModule module) {
        var declaration =
                module.getBasePackage().getAnnotation(ApplicationModule.class).orElseThrow();
        return Stream.of(declaration.allowedDependencies())
                .map(name -> name.replaceAll(" ::.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Package> readDocumentation() {
        try {
            var rows = new TreeMap<String, Package>();
            ROW.matcher(Files.readString(Path.of("docs/architecture.md")))
                    .results()
                    .forEach(row ->
                            rows.put(row.group(2), new Package(Integer.parseInt(row.group(1)), names(row.group(3)))));
            return rows;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private record Package(int level, Set<String> uses) {}
}
