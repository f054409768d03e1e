package dev.stagedoor.access;

import java.util.List;
import java.util.stream.Stream;

/** A token that must not let anybody in, and what is wrong with it. */
record Forgery(String name, String token) {

    private static final int TELLING = 20;

    /** The token and its parts, as far as they are long enough to be found by chance nowhere, and no plain id. */
    List<String> traces() {
        return Stream.concat(Stream.of(token), Stream.of(token.split("\\.")))
                .filter(text -> text.length() >= TELLING && !text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
