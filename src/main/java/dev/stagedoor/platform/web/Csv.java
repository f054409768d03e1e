package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a CSV response (RFC 4180). If a spreadsheet would execute a cell as a formula, the cell starts with an apostrophe.
 * Lines are buffered and sent by {@link #close}, so that a slow client does not hold the database connection that they come
 * from.
 */
public final class Csv implements AutoCloseable {

    public static final String TYPE = "text/csv";
    private static final int MAX_BYTES = 10 * 1024 * 1024;
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]");
    private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

    private final HttpServletResponse response;
    private final String filename;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    public Csv(HttpServletResponse response, String filename, String... header) {
        this.response = response;
        this.filename = filename;
        line((Object[]) header);
    }

    /** @throws ProblemException {@code payload-too-large} if the response would exceed 10 MB */
    public void line(Object... cells) {
        var line = Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
        lines.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        if (lines.size() > MAX_BYTES) {
            throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE, "csv");
        }
    }

    /** Sends the response. */
    @Override
    public void close() {
        response.setContentType(TYPE + ";charset=UTF-8;header=present");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + filename + "\"");
        try {
            lines.writeTo(response.getOutputStream());
        } catch (IOException connectionLost) {
            throw new UncheckedIOException(connectionLost);
        }
    }

    static String cell(Object value) {
        var text = String.valueOf(value);
        var safe = value instanceof String && FORMULA.matcher(text).find() ? "'" + text : text;
        return SPECIAL.matcher(safe).find() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
