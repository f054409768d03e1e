package dev.stagedoor.notification;

import lombok.Getter;
import org.springframework.mail.MailException;

interface EmailTransport {

    /**
     * @throws UndeliverableException if this email cannot be delivered
     * @throws MailException          if no email can be delivered at the moment
     */
    void send(Email email);

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
}
