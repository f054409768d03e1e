package dev.stagedoor.support;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Programs of this machine's own packages. A test that needs a missing one is skipped, unless it is CI that lacks it. */
public final class Installed {

    private static final int OLDEST = 15;
    private static final int NEWEST = 30;

    private Installed() {}

    /** Where the programs of a PostgreSQL server are. */
    public static Path postgres() {
        return IntStream.iterate(NEWEST, version -> version >= OLDEST, version -> version - 1)
                .mapToObj(LocalPostgres::programs)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> find("initdb").map(Path::getParent))
                .orElseGet(() -> missing("the programs of a PostgreSQL server, " + OLDEST + " or newer"));
    }

    public static Path program(String name) {
        return find(name).orElseGet(() -> missing(name));
    }

    /** Skips the test, unless it is CI that lacks something. */
    public static <T> T missing(String what) {
        if ("true".equals(System.getenv("CI"))) {
            return fail("CI has to have " + what);
        }
        return abort("this machine has not " + what);
    }

    /** Debian keeps servers off the path of everybody. */
    private static Optional<Path> find(String program) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
