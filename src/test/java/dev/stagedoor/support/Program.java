package dev.stagedoor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** The external programs that tests run. Tests declare them with {@link RequiresProgram}. */
public enum Program {
    CHROMIUM("Chromium", "chromium", true, executable("chromium")),
    CURL("curl", "curl", true, executable("curl")),
    HAPROXY("HAProxy", "haproxy", true, executable("haproxy")),
    PGBOUNCER("PgBouncer", "pgbouncer", true, executable("pgbouncer")),
    /** The path is the directory of the server programs. */
    POSTGRESQL("PostgreSQL 15 or newer", "postgresql", true, ProgramLookup::postgresqlPrograms),
    /** The path is the directory of the server programs. Each distribution packages one version, often a newer one. */
    POSTGRESQL_15("PostgreSQL 15", "postgresql-15", false, lookup -> lookup.postgresqlPrograms(15)),
    /** The server is a test dependency. On Linux/amd64, it is linked against libssl 3. */
    REDIS("libssl 3, which the embedded Redis needs,", "libssl3", true, lookup -> TestRedis.executable()),
    SHELLCHECK("ShellCheck", "shellcheck", true, executable("shellcheck")),
    /** {@code mount}, run by a user who may mount a tmpfs. Containers often lack this permission, also for root. */
    TMPFS(
            "Mounting a tmpfs is not permitted (run the tests as root with CAP_SYS_ADMIN)",
            null,
            false,
            lookup -> lookup.executable("mount").filter(mount -> mayMount()));

    private static final int CAP_SYS_ADMIN = 21;

    private final String missing;
    private final String debianPackage;
    private final boolean installedByCi;
    private final Function<ProgramLookup, Optional<Path>> find;

    /** A program without a package gives the whole sentence as its name. */
    Program(String name, String debianPackage, boolean installedByCi, Function<ProgramLookup, Optional<Path>> find) {
        this.missing = debianPackage == null
                ? name
                : "%s is not installed (apt-get install %s)".formatted(name, debianPackage);
        this.debianPackage = debianPackage;
        this.installedByCi = installedByCi;
        this.find = find;
    }

    /**
     * Returns the path of the program.
     *
     * @throws IllegalStateException if the program is missing, which means that the test lacks its
     *                               {@link RequiresProgram}
     */
    public Path path() {
        return find(ProgramLookup.ofSystem())
                .orElseThrow(() -> new IllegalStateException(
                        missing + ". Annotate the test with @RequiresProgram(Program." + name() + ")"));
    }

    public Optional<Path> find(ProgramLookup lookup) {
        return find.apply(lookup);
    }

    /** Says that the program is missing, and how to install it. */
    public String missingMessage() {
        return missing;
    }

    /** Empty if installing a package does not help. */
    Optional<String> debianPackage() {
        return Optional.ofNullable(debianPackage);
    }

    /** Whether {@code .ci/run} installs the program. If so, a CI build without it fails. */
    boolean isInstalledByCi() {
        return installedByCi;
    }

    private static Function<ProgramLookup, Optional<Path>> executable(String name) {
        return lookup -> lookup.executable(name);
    }

    /** Reads the effective capabilities of this process. */
    private static boolean mayMount() {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("CapEff:"))
                    .map(line -> line.substring("CapEff:".length()).strip())
                    .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & (1L << CAP_SYS_ADMIN)) != 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
