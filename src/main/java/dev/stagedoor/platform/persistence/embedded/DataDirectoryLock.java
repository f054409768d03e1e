package dev.stagedoor.platform.persistence.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;

/**
 * Ensures that only one service uses a data directory: locks a file that is next to the directory and contains the
 * process id. The operating system releases the lock when the process ends. The file is never deleted.
 */
@RequiredArgsConstructor
class DataDirectoryLock implements AutoCloseable {

    /** Checked before the file is opened, because closing a second channel would release the lock of this process. */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    static DataDirectoryLock acquire(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolveSibling(dataDirectory.getFileName() + ".lock");
        if (!HELD_BY_THIS_PROCESS.add(file)) {
            throw inUse(dataDirectory, ownProcessId());
        }
        try {
            return new DataDirectoryLock(file, lockedChannel(dataDirectory, file));
        } catch (IOException | RuntimeException e) {
            HELD_BY_THIS_PROCESS.remove(file);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_BY_THIS_PROCESS.remove(file);
    }

    private static FileChannel lockedChannel(Path dataDirectory, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(dataDirectory, Files.readString(file));
            }
            channel.truncate(0).write(ByteBuffer.wrap(ownProcessId().getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String ownProcessId() {
        return Long.toString(ProcessHandle.current().pid());
    }

    private static EmbeddedDatabaseException inUse(Path dataDirectory, String owner) {
        return new EmbeddedDatabaseException(
                "The embedded database in %s is in use by another running service (process %s)."
                        .formatted(dataDirectory, owner),
                """
                                Stop the other service, set another data directory with \
                                STAGEDOOR_EMBEDDEDPOSTGRES_DATADIRECTORY=<directory>, or set SPRING_DATASOURCE_URL.""");
    }
}
