package dev.stagedoor.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds executables.
 *
 * @param directories the search path
 * @param postgresql  the directory in which Debian installs each major version of PostgreSQL, as {@code 18/bin}
 */
public record ProgramLookup(List<Path> directories, Path postgresql) {

    private static final int OLDEST_POSTGRESQL = 15;
    private static final int NEWEST_POSTGRESQL = 30;

    /** Searches the {@code PATH}, and {@code /usr/sbin}, which Debian omits from the {@code PATH} of ordinary users. */
    public static ProgramLookup ofSystem() {
        var directories = new ArrayList<Path>();
        Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of).forEach(directories::add);
        directories.add(Path.of("/usr/sbin"));
        return new ProgramLookup(directories, Path.of("/usr/lib/postgresql"));
    }

    public Optional<Path> executable(String name) {
        return directories.stream()
                .map(directory -> directory.resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** The directory with the server programs of the newest supported PostgreSQL. */
    public Optional<Path> postgresqlPrograms() {
        return IntStream.iterate(NEWEST_POSTGRESQL, version -> version >= OLDEST_POSTGRESQL, version -> version - 1)
                .mapToObj(this::postgresqlPrograms)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> executable("initdb").map(Path::getParent));
    }

    /** The directory with the server programs of a major version of PostgreSQL. */
    public Optional<Path> postgresqlPrograms(int version) {
        var programs = postgresql.resolve(version + "/bin");
        return Files.isExecutable(programs.resolve("initdb")) ? Optional.of(programs) : Optional.empty();
    }
}
