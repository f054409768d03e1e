package dev.stagedoor.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archived segments are complete and immutable. */
@Tag("operations")
class WalArchiveTests {

    private static final String NAME = "000000010000000000000007";

    @TempDir
    Path directory;

    private Path archive;
    private Path segment;

    @BeforeEach
    void createSegment() throws IOException {
        archive = Files.createDirectory(directory.resolve("archive"));
        segment = segment(1);
    }

    @Test
    void segmentIsArchivedUnderItsName() throws IOException {
        assertThat(archive(segment, archive.resolve(NAME)).text()).isEmpty();

        assertThat(archive.resolve(NAME)).hasSameBinaryContentAs(segment);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive.resolve(NAME))))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly(NAME);
    }

    @Test
    void nameIsDerivedFromTheTargetDirectory() throws IOException {
        archive(Files.move(segment, directory.resolve(NAME)), archive).text();

        assertThat(names()).containsExactly(NAME);
    }

    @Test
    void sameContentIsAcceptedTwice() throws IOException {
        archive(segment, archive.resolve(NAME)).text();

        assertThat(archive(segment, archive.resolve(NAME)).text()).isEmpty();
        assertThat(names()).containsExactly(NAME);
    }

    @Test
    void differentContentIsNotOverwritten() throws IOException {
        archive(segment, archive.resolve(NAME)).text();

        assertThat(archive(segment(2), archive.resolve(NAME)).error(1)).contains(NAME, "with different content");
        assertThat(archive.resolve(NAME)).hasSameBinaryContentAs(segment);
        assertThat(names()).containsExactly(NAME);
    }

    @Test
    void missingArchiveIsRejected() {
        assertThat(archive(segment, directory.resolve("none").resolve(NAME)).error(1))
                .contains("is not a directory");
    }

    @Test
    void missingSegmentIsRejected() throws IOException {
        assertThat(archive(directory.resolve("none"), archive.resolve(NAME)).error(1))
                .contains("does not exist");
        assertThat(names()).isEmpty();
    }

    @Test
    void archivedSegmentIsRestored() throws IOException {
        archive(segment, archive.resolve(NAME)).text();
        var target = directory.resolve("RECOVERYXLOG");

        assertThat(restore(archive, NAME, target).text()).isEmpty();
        assertThat(target).hasSameBinaryContentAs(segment);
    }

    @Test
    void endOfTheArchiveIsReportedByTheExitStatusOnly() {
        var outcome = restore(archive, NAME, directory.resolve("RECOVERYXLOG"));

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.errors()).isEmpty();
    }

    @Test
    void missingArchiveIsNotTheEndOfTheArchive() {
        assertThat(restore(directory.resolve("none"), NAME, directory.resolve("RECOVERYXLOG"))
                        .error(255))
                .contains("cannot read the archive");
    }

    @Test
    void unwritableTargetIsNotTheEndOfTheArchive() throws IOException {
        archive(segment, archive.resolve(NAME)).text();

        assertThat(restore(archive, NAME, directory.resolve("none").resolve("RECOVERYXLOG"))
                        .error(255))
                .contains("cannot copy");
    }

    private static Script.Outcome archive(Path from, Path to) {
        return Script.of("wal-archive").run(from, to);
    }

    private static Script.Outcome restore(Path from, String name, Path to) {
        return Script.of("wal-restore").run(from, name, to);
    }

    private Path segment(int seed) throws IOException {
        var bytes = new byte[1 << 20];
        new Random(seed).nextBytes(bytes);
        return Files.write(directory.resolve("segment-" + seed), bytes);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(archive)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
