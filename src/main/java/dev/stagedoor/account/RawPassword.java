package dev.stagedoor.account;

import java.text.Normalizer;

/** A password as it was typed; it never shows itself. */
public final class RawPassword {

    private final String text;

    private RawPassword(String text) {
        this.text = text;
    }

    /** NFKC-normalised, so that the same characters typed on another keyboard are the same password. */
    public static RawPassword of(String typed) {
        return new RawPassword(Normalizer.normalize(typed, Normalizer.Form.NFKC));
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
