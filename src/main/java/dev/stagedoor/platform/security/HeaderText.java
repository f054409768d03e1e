package dev.stagedoor.platform.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of header values. */
public final class HeaderText {

    private HeaderText() {}

    /** Decodes a value that Tomcat has decoded as ISO 8859-1. Values that are not UTF-8 are unchanged. */
    public static String utf8(String value) {
        try {
            var bytes = ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            return value;
        }
    }
}
