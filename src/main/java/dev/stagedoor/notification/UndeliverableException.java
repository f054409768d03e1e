package dev.stagedoor.notification;

import lombok.Getter;

/** This one letter cannot be delivered now; others may. */
@Getter
final class UndeliverableException extends RuntimeException {

    /** Whether trying again is of little use. */
    private final boolean forGood;

    UndeliverableException(Throwable cause, boolean forGood) {
        super(cause);
        this.forGood = forGood;
    }
}
