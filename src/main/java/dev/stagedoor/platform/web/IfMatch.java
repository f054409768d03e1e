package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import java.util.Arrays;

/**
 * The precondition of a write (RFC 9110, 13.1.1).
 *
 * @param header the header as it was sent, or null: then anything matches
 */
public record IfMatch(String header) {

    public boolean isPresent() {
        return header != null;
    }

    /** Refuses with {@code precondition-failed} unless the strong tag of what stands is among those named. */
    public void check(String currentTag) {
        if (header != null && !"*".equals(header.strip()) && !names(currentTag)) {
            throw new ProblemException(
                    ProblemCode.PRECONDITION_FAILED,
                    "Read the resource again and repeat the change with its new ETag.");
        }
    }

    private boolean names(String tag) {
        return Arrays.stream(header.split(",")).map(String::strip).anyMatch(tag::equals);
    }
}
