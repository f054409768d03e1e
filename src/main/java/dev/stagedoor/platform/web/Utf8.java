package dev.stagedoor.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Checks the encoding of request bodies. */
final class Utf8 {

    private static final int DETECTION_BYTES = 4;

    private Utf8() {}

    /** Returns false for overlong forms, encoded surrogates and truncated characters, among others. */
    static boolean isValid(byte[] text) {
        if (isAscii(text)) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }

    /** Detects the encoding like the JSON parser: by a byte order mark or by zero bytes among the first four bytes. */
    static boolean isUtf16OrUtf32(byte[] text) {
        var hasMark = text.length >= 2
                && (text[0] == (byte) 0xFE && text[1] == (byte) 0xFF
                        || text[0] == (byte) 0xFF && text[1] == (byte) 0xFE);
        var hasZero = false;
        for (var index = 0; index < Math.min(text.length, DETECTION_BYTES); index++) {
            hasZero |= text[index] == 0;
        }
        return hasMark || hasZero;
    }

    private static boolean isAscii(byte[] text) {
        for (var value : text) {
            if (value < 0) {
                return false;
            }
        }
        return true;
    }
}
