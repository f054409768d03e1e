package dev.stagedoor.platform.web;

import java.nio.charset.StandardCharsets;

/** The text of header values. */
public final class HeaderText {

    private HeaderText() {}

    /** Decodes a value that Tomcat has decoded as ISO 8859-1. Values that are not UTF-8 are unchanged. */
    public static String utf8(String value) {
        var bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        return Utf8.isValid(bytes) ? new String(bytes, StandardCharsets.UTF_8) : value;
    }
}
