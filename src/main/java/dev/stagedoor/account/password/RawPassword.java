package dev.stagedoor.account.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** A password, normalized and as the user typed it. {@code toString} masks it. */
public final class RawPassword {

    /** A canonical composition replaces at most four code points of two UTF-16 units each, and 128 are allowed. */
    private static final int MAX_TYPED_LENGTH = 1_024;

    private final String text;
    private final String typed;

    private RawPassword(String text, String typed) {
        this.text = text;
        this.typed = typed;
    }

    /**
     * Normalizes to NFKC, so that the same characters typed on another keyboard are the same password. Text that is too
     * long for any password is not normalized, because the time for that can grow with the square of the length.
     */
    public static RawPassword of(String typed) {
        var text = typed.length() > MAX_TYPED_LENGTH ? typed : Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return new RawPassword(text, typed);
    }

    /** Returns null for null. */
    public static @Nullable RawPassword ofNullable(@Nullable String typed) {
        return typed == null ? null : of(typed);
    }

    int length() {
        return text.codePointCount(0, text.length());
    }

    String reveal() {
        return text;
    }

    /** Returns the form that other applications hash. */
    String typed() {
        return typed;
    }

    byte[] typedBytes() {
        return typed.getBytes(StandardCharsets.UTF_8);
    }

    boolean isNormalized() {
        return typed.equals(text);
    }

    @Override
    public String toString() {
        return "********";
    }
}
