package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import java.util.Arrays;

/**
 * The precondition of a write (RFC 9110, 13.1.1).
 *
 * @param header the header value; null matches any tag
 */
public record IfMatch(String header) {

    public boolean isPresent() {
        return header != null;
    }

    /**
     * Checks the precondition.
     *
     * @throws ProblemException {@code precondition-failed} if the header does not contain the current tag
     */
    public void check(String currentTag) {
        if (header != null && !"*".equals(header.strip()) && !contains(currentTag)) {
            throw new ProblemException(ProblemCode.PRECONDITION_FAILED);
        }
    }

    private boolean contains(String tag) {
        return Arrays.stream(header.split(",")).map(String::strip).anyMatch(tag::equals);
    }
}
