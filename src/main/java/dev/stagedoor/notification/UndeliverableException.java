package dev.stagedoor.notification;

import lombok.Getter;

/** One email cannot be delivered. Other emails are not affected. */
@Getter
final class UndeliverableException extends RuntimeException {

    /** Whether a retry is unlikely to succeed. */
    private final boolean permanent;

    UndeliverableException(Throwable cause, boolean permanent) {
        super(cause);
        this.permanent = permanent;
    }
}
