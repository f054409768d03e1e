package dev.stagedoor.platform.web;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A request body exceeds the limit of its path. */
final class PayloadTooLargeException extends IOException {

    PayloadTooLargeException(DataSize limit) {
        super("The body exceeds the limit of %d KiB.".formatted(limit.toKilobytes()));
    }
}
