package dev.stagedoor.platform.mail;

/** This one letter cannot be delivered now; others may. */
final class UndeliverableException extends RuntimeException {

    UndeliverableException(Throwable cause) {
        super(cause);
    }
}
