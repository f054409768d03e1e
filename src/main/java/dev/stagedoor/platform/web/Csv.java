package dev.stagedoor.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a CSV response (RFC 4180) line by line. If a spreadsheet would execute a cell as a formula, the cell starts with
 * an apostrophe. Sends nothing before the first line, so that earlier errors are still returned as problems.
 */
public final class Csv implements AutoCloseable {

    public static final String TYPE = "text/csv";
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");
    private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

    private final HttpServletResponse response;
    private final String filename;
    private final String[] header;
    private @Nullable Writer out;

    public Csv(HttpServletResponse response, String filename, String... header) {
        this.response = response;
        this.filename = filename;
        this.header = header;
    }

    public void line(Object... cells) {
        try {
            write(body(), cells);
        } catch (IOException connectionLost) {
            throw new UncheckedIOException(connectionLost);
        }
    }

    /** Flushes the buffer. Writes the header if there were no lines. */
    @Override
    public void close() {
        try {
            body().flush();
        } catch (IOException connectionLost) {
            throw new UncheckedIOException(connectionLost);
        }
    }

    private Writer body() throws IOException {
        if (out == null) {
            response.setContentType(TYPE + ";charset=UTF-8;header=present");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + filename + "\"");
            out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            write(out, (Object[]) header);
        }
        return out;
    }

    private static void write(Writer out, Object... cells) throws IOException {
        out.write(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    static String cell(Object value) {
        var text = String.valueOf(value);
        var safe = value instanceof String && FORMULA.matcher(text).find() ? "'" + text : text;
        return SPECIAL.matcher(safe).find() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
