package dev.stagedoor.account.password;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** A password as the user typed it. {@code toString} masks it. */
public final class RawPassword {

    /** A canonical composition replaces at most four code points of two UTF-16 units each, and 128 are allowed. */
    private static final int MAX_TYPED_LENGTH = 1_024;

    private final String text;

    private RawPassword(String text) {
        this.text = text;
    }

    /**
     * Normalizes to NFKC, so that the same characters typed on another keyboard are the same password. Text that is too
     * long for any password is not normalized, because the time for that can grow with the square of the length.
     */
    public static RawPassword of(String typed) {
        return new RawPassword(
                typed.length() > MAX_TYPED_LENGTH ? typed : Normalizer.normalize(typed, Normalizer.Form.NFKC));
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

    @Override
    public String toString() {
        return "********";
    }
}
