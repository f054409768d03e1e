package dev.stagedoor.platform.persistence.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A directory of the current user. PostgreSQL requires this, and other users must not be able to replace the binaries. */
final class PrivateDirectory {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateDirectory() {}

    /** Creates the directory if necessary, and returns its real path. */
    static Path create(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            Files.createDirectories(absolute, permissions());
        }
        Path real = absolute.toRealPath();
        requireOwnership(real);
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

    private static void requireOwnership(Path directory) throws IOException {
        if (POSIX && ((Number) Files.getAttribute(directory, "unix:uid")).longValue() != userId()) {
            throw new EmbeddedDatabaseException(
                    "The directory %s of the embedded database belongs to another user, %s."
                            .formatted(directory, Files.getOwner(directory).getName()),
                    "Start the service as that user, or set other directories with "
                            + "STAGEDOOR_EMBEDDEDPOSTGRES_DATADIRECTORY=<directory> and "
                            + "STAGEDOOR_EMBEDDEDPOSTGRES_BINARIESDIRECTORY=<directory>.");
        }
    }

    private static long userId() {
        return new UnixSystem().getUid();
    }
}
