package dev.stagedoor.access;

import java.util.List;
import java.util.stream.Stream;

/** A token that must be rejected, and the reason. */
record Forgery(String name, String token) {

    private static final int MIN_TRACE_LENGTH = 20;

    /** Returns the token and its parts, without ids and parts that are short enough to occur elsewhere. */
    List<String> traces() {
        return Stream.concat(Stream.of(token), Stream.of(token.split("\\.")))
                .filter(text ->
                        text.length() >= MIN_TRACE_LENGTH && !text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
