package dev.stagedoor.platform.web;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A request body is larger than its path takes. */
final class PayloadTooLargeException extends IOException {

    PayloadTooLargeException(DataSize limit) {
        super("At most %d KiB are taken here.".formatted(limit.toKilobytes()));
    }
}
