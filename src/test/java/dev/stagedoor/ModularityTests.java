package dev.stagedoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** The rooms and their floors: imports only point down, and rooms on one floor do not know each other. */
class ModularityTests {

    /** The floors of {@code docs/architecture.md}. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("demo", 6),
            Map.entry("admin", 5),
            Map.entry("auth", 5),
            Map.entry("analytics", 4),
            Map.entry("browse", 4),
            Map.entry("me", 4),
            Map.entry("favorite", 3),
            Map.entry("profile", 3),
            Map.entry("access", 2),
            Map.entry("catalog", 2),
            Map.entry("account", 1),
            Map.entry("platform", 0));

    private final ApplicationModules rooms = ApplicationModules.of(StagedoorApplication.class);

    @Test
    void roomsKeepToTheDependenciesTheyDeclare() {
        rooms.verify();
    }

    @Test
    void everyRoomHasItsFloor() {
        assertThat(rooms.stream().map(ModularityTests::name)).containsExactlyInAnyOrderElementsOf(FLOORS.keySet());
    }

    @Test
    void importsOnlyPointDown() {
        assertThat(rooms.stream()
                        .flatMap(room -> below(room).stream()
                                .filter(other -> FLOORS.get(other) >= FLOORS.get(name(room)))
                                .map(other -> name(room) + " -> " + other)))
                .isEmpty();
    }

    private List<String> below(ApplicationModule room) {
        return room.getDirectDependencies(rooms, DependencyType.DEFAULT).stream()
                .map(dependency -> name(dependency.getTargetModule()))
                .distinct()
                .toList();
    }

    private static String name(ApplicationModule room) {
        return room.getIdentifier().toString();
    }
}
