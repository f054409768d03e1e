package dev.stagedoor.account;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file line by line, with a bounded amount of memory for lines of any length. */
final class ImportLines implements AutoCloseable {

    /** Longer than any valid line. */
    static final int MAX_BYTES = 16 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream input;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private ImportLines(InputStream input) {
        this.input = input;
    }

    static ImportLines open(Path file) throws IOException {
        return new ImportLines(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
    }

    /** Returns the next line without its end, or null after the last one. Of a line that is too long, returns the start. */
    byte[] next() throws IOException {
        line.reset();
        var next = input.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = input.read()) {
            if (line.size() <= MAX_BYTES) {
                line.write(next);
            }
        }
        return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
