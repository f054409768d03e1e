package dev.stagedoor.flow;

import java.util.stream.Stream;

/** Texts that cause quadratic or exponential time in checks that backtrack, sort or copy. They need no JSON escapes. */
final class HostileTexts {

    private HostileTexts() {}

    /** Returns the texts with about this many characters. */
    static Stream<String> of(int length) {
        return Stream.of(
                        "@",
                        ".",
                        "a",
                        "-",
                        " ",
                        "+1",
                        "a.",
                        "a@",
                        "@.",
                        "a-",
                        "<",
                        "%",
                        "=",
                        ",",
                        "0",
                        "é",
                        "eyJ-",
                        "a\u0327\u0301")
                .map(part -> "a" + part.repeat(length / part.length()) + "!");
    }
}
