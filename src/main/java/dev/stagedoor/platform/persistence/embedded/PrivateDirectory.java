package dev.stagedoor.platform.persistence.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories of the service's own user: PostgreSQL insists on that, and programs that others can replace are not to be run. */
final class PrivateDirectory {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateDirectory() {}

    /** The directory's real path; created with its parents if need be. */
    static Path create(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            Files.createDirectories(absolute, permissions());
        }
        Path real = absolute.toRealPath();
        refuseAnotherUsers(real);
        return real;
    }

    static boolean userIsRoot() {
        return POSIX && userId() == 0;
    }

    private static FileAttribute<?>[] permissions() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void refuseAnotherUsers(Path directory) throws IOException {
        if (POSIX && ((Number) Files.getAttribute(directory, "unix:uid")).longValue() != userId()) {
            throw new EmbeddedDatabaseException(
                    "The directory %s of the embedded database belongs to another user, %s."
                            .formatted(directory, Files.getOwner(directory).getName()),
                    "Start the service as that user, or give it its own data with "
                            + "STAGEDOOR_EMBEDDEDPOSTGRES_DATADIRECTORY=<directory> and "
                            + "STAGEDOOR_EMBEDDEDPOSTGRES_BINARIESDIRECTORY=<directory>.");
        }
    }

    private static long userId() {
        return new UnixSystem().getUid();
    }
}
