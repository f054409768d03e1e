package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A request body exceeds the limit of its path. */
final class PayloadTooLargeException extends IOException {

    private final DataSize limit;

    PayloadTooLargeException(DataSize limit) {
        this.limit = limit;
    }

    ProblemException toProblem() {
        return new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE, "limit", String.valueOf(limit.toKilobytes()));
    }
}
