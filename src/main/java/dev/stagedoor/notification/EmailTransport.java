package dev.stagedoor.notification;

import org.springframework.mail.MailException;

/** How letters leave. */
interface EmailTransport {

    /** Refuses with {@link UndeliverableException}, and with {@link MailException} where no letter can leave now. */
    void send(Email letter);
}
