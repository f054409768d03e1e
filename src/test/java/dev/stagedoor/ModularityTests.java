package dev.stagedoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Holds the rooms to the map in {@code docs/architecture.md}, and the map to the rooms. */
class ModularityTests {

    private static final Pattern ROW = Pattern.compile("\\| (\\d) \\| `(\\w+)` \\| .* \\| (.*) \\|");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    private final ApplicationModules rooms = ApplicationModules.of(StagedoorApplication.class);
    private final Map<String, Room> map = readMap();

    @Test
    void roomsUseOnlyWhatTheyDeclare() {
        rooms.verify();
    }

    @Test
    void theMapShowsEveryRoomAndWhatItDeclares() {
        var declared = rooms.stream()
                .collect(Collectors.toMap(room -> room.getIdentifier().toString(), ModularityTests::declared));
        var shown = map.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> row.getValue().uses()));

        assertThat(shown).isEqualTo(declared);
    }

    @Test
    void importsOnlyPointDown() {
        var upward = map.entrySet().stream()
                .flatMap(room -> room.getValue().uses().stream()
                        .filter(other ->
                                map.get(other).floor() >= room.getValue().floor())
                        .map(other -> room.getKey() + " -> " + other));

        assertThat(upward).isEmpty();
    }

    private static Set<String> declared(org.springframework.modulith.core.ApplicationModule room) {
        var declaration =
                room.getBasePackage().getAnnotation(ApplicationModule.class).orElseThrow();
        return new TreeSet<>(Arrays.asList(declaration.allowedDependencies()));
    }

    private static Map<String, Room> readMap() {
        try {
            var rows = new TreeMap<String, Room>();
            ROW.matcher(Files.readString(Path.of("docs/architecture.md")))
                    .results()
                    .forEach(row ->
                            rows.put(row.group(2), new Room(Integer.parseInt(row.group(1)), names(row.group(3)))));
            return rows;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private record Room(int floor, Set<String> uses) {}
}
